"""Which acts can a test or the page ask for?"""

from simulator.acts import buttons, control, messages, people
from simulator.acts.act import Handler

ACTS: dict[str, Handler] = {**people.ACTS, **messages.ACTS, **buttons.ACTS, **control.ACTS}
