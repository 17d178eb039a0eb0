"""How are a number of cases and the time that somebody has waited said in a few words?"""

from handlers.context import Services
from storage import waiting

_HOUR, _DAY = 3600, 86_400  # seconds


def counted(services: Services, count: int) -> str:
    """How many wait, as far as anybody counts."""
    if count > waiting.MOST_COUNTED:
        return services.texts("queue-very-many", most=waiting.MOST_COUNTED)
    return str(count)


def age(services: Services, seconds: float) -> str:
    """How long somebody has waited, in the largest unit that fits."""
    if seconds < _HOUR:
        return services.texts("queue-minutes", count=max(1, int(seconds // 60)))
    if seconds < _DAY:
        return services.texts("queue-hours", count=int(seconds // _HOUR))
    return services.texts("queue-days", count=int(seconds // _DAY))
