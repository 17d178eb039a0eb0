"""What can be wrong with an answer: it cannot be taken, or it is odd and is asked once more."""


class Invalid(Exception):
    """The answer cannot be taken; the words for `code` are the Fluent message `invalid-<code>`.

    `details` fill the message. A number that must not be grouped ("2025", not "2.025") is given as str.
    The exception text is the code alone, so that no personal data reaches a log.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details: dict[str, str | int] = details


class Doubtful(Exception):
    """The answer is odd but possible: ask once more (`doubtful-<code>`) and take `value` if the person
    insists.
    """

    def __init__(self, value: str | int, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.value = value
        self.code = code
        self.details: dict[str, str | int] = details
