// What there is to read while the server cannot be reached: the papers that were open in this browser.

const list = document.querySelector("[data-kept-papers]");
if (list && globalThis.caches) {
  const papers = await caches.open("assize-papers");
  for (const address of await papers.keys()) {
    const held = await papers.match(address);
    if (!address.url.includes("/desk") || Number(held.headers.get("assize-until")) <= Date.now()) continue;
    const page = new DOMParser().parseFromString(await held.text(), "text/html");
    const line = document.createElement("li"), link = document.createElement("a");
    link.href = address.url;
    link.textContent = (page.getElementById("paper-title") ?? page.querySelector("h1")).textContent;
    line.append(link);
    list.append(line);
  }
  document.querySelector("[data-kept-none]").hidden = list.childElementCount > 0;
}
