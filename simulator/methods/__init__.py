"""Which methods of the Bot API does the simulator play? Every other one is answered 501."""

from simulator.methods import chats, copying, editing, myself, receiving, sending, topics
from simulator.methods.call import Method

METHODS: dict[str, Method] = {
    **myself.METHODS,
    **receiving.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **copying.METHODS,
    **chats.METHODS,
    **topics.METHODS,
}
