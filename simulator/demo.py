"""Who lives in the demonstration world? Invented people, marked as such."""

from simulator.members import change_member
from simulator.model import Chat, Member, Person
from simulator.world import World

DEMO_GROUP = -1001000000001
WORKERS = (
    Person(5_000_000_001, "Budi (ojol, contoh)", username="budi_contoh", phone="6281100000001"),
    Person(5_000_000_002, "Sari (nelayan, contoh)", username="sari_contoh", phone="6281100000002"),
)
OFFICERS = (
    (Person(5_000_000_011, "Ibu Ratna (contoh)", username="ratna_contoh", phone="6281100000011"), "creator"),
    (Person(5_000_000_012, "Pak Hasan (contoh)", username="hasan_contoh", phone="6281100000012"), "member"),
)


def build_demo(world: World) -> None:
    """Two workers, two officers, and the staff group with the bot as administrator."""
    for person in (*WORKERS, *(officer for officer, _ in OFFICERS)):
        world.add_person(Person(**vars(person)))
    group = world.add_group(Chat(DEMO_GROUP, "supergroup", "Verifikasi JKK/JKM (simulasi)"))
    for officer, status in OFFICERS:
        change_member(world, group, officer.id, Member(status), officer.id)
    owner = OFFICERS[0][0].id
    change_member(world, group, world.bot.id, Member("administrator"), owner)
