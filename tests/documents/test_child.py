"""Does no child get more than it needs or live longer than it should?"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from documents.process import ROOT, Child
from documents.results import Cleaned, Refusal, Refused
from documents.sandbox import REQUESTS_A_CHILD, Sandbox
from tests.documents.children import folder, is_gone, open_files, pid_at_work, pids, proc
from tests.documents.made_files import hanging_pdf, png, sample, webp_header

SMALL = sample("bad_too_small.jpg")
PHOTO = sample("ktp01_l1.jpg")


async def test_a_child_is_replaced_after_fifty_requests() -> None:
    async with Sandbox(size=1) as box:
        used = set()
        for _ in range(REQUESTS_A_CHILD + 1):
            await box.clean(SMALL, allow_pdf=False)
            used.update(pids(box))
        assert len(used) == 2


async def test_an_idle_child_ends() -> None:
    async with Sandbox(size=1, idle_seconds=0.05) as box:
        await box.clean(SMALL, allow_pdf=False)
        (child,) = box._children
        async with asyncio.timeout(10):
            await child.gone()
        assert not child.alive
        assert isinstance(await box.clean(PHOTO, allow_pdf=False), Cleaned)


async def test_closing_ends_every_child_also_one_at_work() -> None:
    box = Sandbox(size=2)
    await box.clean(SMALL, allow_pdf=False)
    async with asyncio.TaskGroup() as group:
        result = group.create_task(box.clean(hanging_pdf(), allow_pdf=True))
        pid = await pid_at_work(box)
        await box.close()
    assert result.result() == Refused(Refusal.CRASHED, {"status": -signal.SIGKILL})
    assert is_gone(pid)
    with pytest.raises(RuntimeError, match="closed"):
        await box.clean(SMALL, allow_pdf=False)
    await box.close()


async def test_a_file_of_too_many_bytes_never_reaches_a_child() -> None:
    async with Sandbox(size=1) as box:
        assert await box.clean(bytes(20_000_001), allow_pdf=True) == Refused(Refusal.TOO_LARGE, {"bytes": 20_000_001})
        assert pids(box) == []


async def test_a_child_has_no_environment_no_files_and_narrow_limits(sandbox: Sandbox) -> None:
    await sandbox.clean(SMALL, allow_pdf=False)
    (pid,) = pids(sandbox)
    environment = proc(pid, "environ").strip("\0").split("\0")
    assert [entry.partition("=")[0] for entry in environment] == [
        "PYTHONPATH",
        "MALLOC_ARENA_MAX",
        "OPENBLAS_NUM_THREADS",
    ]
    assert open_files(pid) == ["0", "1", "2"]
    assert folder(pid) == Path("/")
    rows = proc(pid, "limits").splitlines()[1:]
    limits = {row[:26].strip(): row[26:].split()[:2] for row in rows}
    assert {
        name: limits[name]
        for name in (
            "Max address space",
            "Max file size",
            "Max core file size",
            "Max open files",
        )
    } == {
        "Max address space": ["1073741824", "1073741824"],
        "Max file size": ["0", "0"],
        "Max core file size": ["0", "0"],
        "Max open files": ["3", "3"],
    }
    assert int(limits["Max cpu time"][0]) <= 40


async def test_greedy_files_stay_inside_the_memory_limit(sandbox: Sandbox) -> None:
    for data in (png(7000, 7000, 16), png(7000, 7000, 8), webp_header(16_000, 9000), webp_header(7000, 7000)):
        result = await sandbox.clean(data, allow_pdf=False)
        assert not (isinstance(result, Refused) and result.code in ("crashed", "timeout")), result
    for pid in pids(sandbox):
        peak = next(line for line in proc(pid, "status").splitlines() if line.startswith("VmHWM"))
        assert int(peak.split()[1]) < 1024**2


async def test_a_stop_signal_to_the_whole_group_does_not_break_work_in_hand(sandbox: Sandbox) -> None:
    await sandbox.clean(SMALL, allow_pdf=False)
    (pid,) = pids(sandbox)
    for number in (signal.SIGTERM, signal.SIGINT):
        os.kill(pid, number)
    assert isinstance(await sandbox.clean(PHOTO, allow_pdf=False), Cleaned)
    assert pids(sandbox) == [pid]


async def test_it_works_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "child.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    child = await Child.start()
    child.dismiss()
    await child.gone()
    assert child._process.returncode == 0


def test_children_end_when_the_bot_dies() -> None:
    program = (
        "import asyncio, os\nfrom documents.sandbox import Sandbox\n"
        "async def main():\n"
        "    box = Sandbox()\n"
        "    await box.clean(b'', allow_pdf=False)\n"
        "    print(*(child._process.pid for child in box._children), flush=True)\n"
        "    os._exit(1)\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    pid = int(done.stdout)
    deadline = time.monotonic() + 10
    while not is_gone(pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_bots_side_imports_no_picture_library() -> None:
    heavy = "{'PIL', 'pypdfium2', 'pillow_heif'}"
    program = f"import sys, documents.sandbox; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"set()\n"
