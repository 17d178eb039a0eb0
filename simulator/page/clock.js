/* How is the world's clock shown, and set forward by hand? Never back: what has happened stays before what comes. */

import { act } from "/page/api.js";
import { byId, showError } from "/page/dom.js";

const ZONE = "Asia/Makassar";
const OFFSET = "+08:00"; // of that zone, all the year
const SECONDS = { hour: 3600, day: 86_400 };
let now = 0;

/* "2025-11-10T09:00" on a clock in the city, days later. */
function local(days = 0) {
  return new Date(now + days * SECONDS.day * 1000).toLocaleString("sv-SE", { timeZone: ZONE }).replace(" ", "T").slice(0, 16);
}

export function showClock(iso) {
  now = Date.parse(iso);
  const words = { timeZone: ZONE, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  byId("clock").textContent = `${new Date(now).toLocaleString("id-ID", words)} WITA`;
}

async function move(way, written) {
  const wanted = way === "morning" ? `${local(1).slice(0, 11)}08:00` : written;
  if (SECONDS[way]) await act("clock", { advance: SECONDS[way] });
  else if (wanted > local()) await act("clock", { set: `${wanted}:00${OFFSET}` });
  else throw new Error("Jam hanya bisa dimajukan.");
}

export function startClock() {
  const dialog = byId("clock-move");
  const input = dialog.querySelector("input");
  byId("clock-open").addEventListener("click", () => {
    input.value = input.min = local();
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue) move(dialog.returnValue, input.value).catch(showError);
  });
}
