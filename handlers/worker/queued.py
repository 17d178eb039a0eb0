"""What is a worker told of the queue: the number, or how to come by one?"""

from handlers.context import Context
from locales import Rich
from storage.cases import Case


def queued(ctx: Context, case: Case) -> Rich:
    """The number in the queue, or how to come by one."""
    if case.queue_number is None:
        return ctx.texts.rich("queue-later")
    return ctx.texts.rich("queue-number", queue=str(case.queue_number))
