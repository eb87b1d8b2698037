"use strict";
(() => {
  const EVERY = 2000;

  /** Asks for what has changed as long as somebody looks. */
  function watch(board) {
    const sign = document.getElementById("live");
    const text = document.getElementById("live-text");
    const told = document.getElementById("told");

    const say = (good, words) => {
      sign.hidden = false;
      sign.classList.toggle("broken", !good);
      text.textContent = words;
    };

    const setBar = (item, bar) => {
      const count = item.querySelector(".count");
      if (count.textContent === bar.text) {
        return false;
      }
      count.textContent = bar.text;
      item.className = bar.level;
      item.querySelector(".taken").setAttribute("width", bar.percent);
      item.classList.add("changed");
      item.addEventListener("animationend", () => item.classList.remove("changed"), { once: true });
      return true;
    };

    const setRow = (row) => {
      const line = board.querySelector(`[data-departure="${CSS.escape(row.id)}"]`);
      if (!line) {
        return null;
      }
      const state = line.querySelector("[data-state]");
      state.textContent = row.state.text;
      state.className = `badge ${row.state.kind}`;
      const changed = row.bars.filter((bar) => {
        const item = line.querySelector(`[data-pool="${CSS.escape(bar.pool)}"]`);
        return item && setBar(item, bar);
      });
      return changed.length ? `${row.product}, ${row.time}: ${changed[0].text}` : null;
    };

    const ask = async () => {
      if (!document.hidden) {
        try {
          const answer = await fetch(board.dataset.live, { headers: { Accept: "application/json" } });
          if (answer.status === 401) {
            say(false, "You were signed out: load the page again");
            return;
          }
          const { rows } = await answer.json();
          const news = rows.map(setRow).filter(Boolean);
          if (news.length) {
            told.textContent = news.slice(0, 3).join(". ");
          }
          say(true, "Live");
        } catch {
          say(false, "Not live: no connection");
        }
      }
      setTimeout(ask, EVERY);
    };
    ask();
  }

  /** Sends tickets one after the other, without loading the page again. */
  function scan(form) {
    const field = form.elements.ticket;
    let before = Promise.resolve();

    const show = (page, id) => {
      const now = page.getElementById(id);
      document.getElementById(id).replaceChildren(...now.childNodes);
      return now;
    };

    const failed = () => {
      const box = document.createElement("div");
      box.className = "verdict bad";
      const title = document.createElement("p");
      title.className = "big";
      title.textContent = "Not sent";
      const text = document.createElement("p");
      text.textContent = "Check the connection, load the page again, and scan the ticket once more.";
      box.append(title, text);
      document.getElementById("verdict").replaceChildren(box);
    };

    const send = async (body) => {
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        show(page, "verdict");
        show(page, "boarded");
      } catch {
        failed();
      }
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      field.value = "";
      field.focus();
      before = before.then(() => send(body));
    });
  }

  // a chart that is wider than the window shows its newest days
  for (const chart of document.querySelectorAll(".scroll > .chart")) {
    chart.parentElement.scrollLeft = chart.parentElement.scrollWidth;
  }
  const board = document.getElementById("board");
  if (board) {
    watch(board);
  }
  const gate = document.getElementById("gate");
  if (gate) {
    scan(gate);
  }
})();
