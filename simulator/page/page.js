/* Which parts make up the page, and how do they start?

   Stable hooks for browser tests (data-testid; SIDE is "worker" or "staff"):
     pane-SIDE        one phone                      person-SIDE   choice of person      add-SIDE    add a person
     room-SIDE        choice of chat                 topic-SIDE    choice of topic       menu-SIDE   the ⋮ menu
     block-SIDE       block / unblock the bot        start-SIDE    MULAI / BUKA BLOKIR   title-SIDE  name of the chat
     stream-SIDE      the messages                   typing-SIDE   "mengetik…"           toast-SIDE  answer of a button
     composer-SIDE    text field                     send-SIDE     send                  file-SIDE   file picker
     as-file-SIDE     "kirim sebagai berkas"         tray-SIDE     open sample photos    sample      one sample photo
     keyboard-SIDE    reply keyboard                 reply-button  one of its buttons
     message          one message (data-message-id, data-mine)      text          its words
     button           an inline button (aria-busy while unanswered)  photo         a picture     album   a grid of pictures
     document         a file                         message-menu  ⋯ of a message        message-reply / message-edit / message-delete
     alert, alert-ok  an alert of a button           enlarged      the enlarged photo    ask-input, ask-ok  a question of the page
     clock-open       set the clock forward          clock-hour, clock-day, clock-morning, clock-input + clock-set
     banner, clock, tab-worker, tab-staff, journal-open, journal, problems, call
   The address chooses what is seen on a narrow screen: #worker or #staff; ?token= chooses the bot. */

import { read } from "/page/api.js";
import { showClock, startClock } from "/page/clock.js";
import { byId, showError } from "/page/dom.js";
import { Journal } from "/page/journal.js";
import { Pane } from "/page/pane.js";

const panes = [new Pane("worker", byId("worker")), new Pane("staff", byId("staff"))];
const journal = new Journal();

function choosePane() {
  document.body.dataset.pane = location.hash === "#staff" ? "staff" : "worker";
}

async function follow() {
  let since = -1;
  for (;;) {
    try {
      const world = await read("overview", { since, wait: since < 0 ? 0 : 20 });
      since = world.version;
      byId("bot-name").textContent = `@${world.bot.username}`;
      showClock(world.clock);
      panes.forEach((pane) => pane.know(world));
      await journal.know(world);
      await new Promise((done) => setTimeout(done, 250));
    } catch (error) {
      showError(error);
      since = -1;
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

window.addEventListener("hashchange", choosePane);
choosePane();
startClock();
follow();
