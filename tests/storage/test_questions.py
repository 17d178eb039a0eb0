"""Are questions and answers kept in order, sealed, and counted, and is known what a person's next words are for?"""

from sqlalchemy import select

from storage import people, questions
from storage.question_tables import Question as QuestionTable
from storage.question_tables import QuestionAnswer as AnswerTable
from storage.questions import NewQuestion, Question
from storage.tables import Person as PersonTable
from storage.tables import table_of
from tests.support.databases import Store, later


def new(text: str, case_id: int | None = 7) -> NewQuestion:
    return NewQuestion(3, case_id, "disnaker", "ojol", "Budi", text)


async def test_a_case_tells_its_questions_and_answers_in_order(store: Store) -> None:
    async with store.unit() as unit:
        first = await questions.ask(unit, new("Kapan mulai?"))
        await questions.ask(unit, new("Lain", case_id=8))
    async with store.unit(1) as unit:
        await questions.answer(unit, first, 50, "Januari.")
    async with store.unit(2) as unit:
        second = await questions.ask(unit, new("Benar?"))
    async with store.unit(3) as unit:
        await questions.answer(unit, first, 51, "Tanggal 1.")
    async with store.look() as unit:
        found = await questions.of_case(unit, 7)
        assert [(one.id, one.text, one.asked_at) for one in found] == [
            (first.id, "Kapan mulai?", later(0)),
            (second.id, "Benar?", later(2)),
        ]
        assert [(one.officer_id, one.text, one.at) for one in found[0].answers] == [
            (50, "Januari.", later(1)),
            (51, "Tanggal 1.", later(3)),
        ]
        assert await questions.get(unit, second.id) == Question(
            second.id, 3, 7, "disnaker", "ojol", "Budi", "Benar?", later(2)
        )
        assert await questions.get(unit, second.id + 1) is None
        assert [one.text for one in await questions.of_person(unit, 3)] == ["Kapan mulai?", "Lain", "Benar?"]
        assert await questions.of_person(unit, 4) == []


async def test_open_questions_and_those_of_a_day_are_counted_by_person(store: Store) -> None:
    async with store.unit() as unit:
        first = await questions.ask(unit, new("Satu"))
    async with store.unit(10) as unit:
        await questions.ask(unit, new("Dua", case_id=None))
        await questions.answer(unit, first, 50, "Ya.")
    async with store.look() as unit:
        assert (await questions.count_open(unit, 3), await questions.count_open(unit, 4)) == (1, 0)
        assert [await questions.count_since(unit, 3, later(minutes)) for minutes in (0, 5, 10, 11)] == [2, 1, 1, 0]


async def test_words_of_questions_lie_sealed_and_so_does_what_is_waited_for(store: Store) -> None:
    async with store.unit() as unit:
        person, _ = await people.meet(unit, 700)
        assert person.awaiting is None
        kept = await people.await_words(unit, person, {"what": "question", "words": "rahasia"})
        question = await questions.ask(unit, new("rahasia"))
        await questions.answer(unit, question, 50, "rahasia")
    async with store.look() as unit:
        assert (await people.meet(unit, 700))[0] == kept
        assert (await people.by_id(unit, person.id)).awaiting == {"what": "question", "words": "rahasia"}
        columns = [
            table_of(PersonTable).c.awaiting_sealed,
            table_of(QuestionTable).c.text_sealed,
            table_of(AnswerTable).c.text_sealed,
        ]
        sealed = [(await unit.conn.execute(select(column))).scalar_one() for column in columns]
        assert [b"rahasia" in bytes(each) for each in sealed] == [False, False, False]
    async with store.unit() as unit:
        assert (await people.await_words(unit, kept, None)).awaiting is None
    async with store.look() as unit:
        assert (await people.meet(unit, 700))[0].awaiting is None
