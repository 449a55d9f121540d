// What people do in the console with many phones, for the benchmark in the browser.

const main = (page) => page.getByRole("main");
const rows = (page) => main(page).locator("tbody").getByRole("row");
const rowsThere = (page) => rows(page).nth(2).waitFor();
const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const menuLink = (page, name) =>
  page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
const phones = "/device/phone?sort=name";

/** Each letter at the pace of somebody who types fast. */
const type = (page, text) => page.keyboard.type(text, { delay: 80 });

async function sortBy(page, column) {
  await main(page).getByRole("columnheader", { name: column }).getByText(column, { exact: true }).click();
  await rowsThere(page);
}

/** Each begins at a page with what `ready` waits for; what `act` does is measured. */
export const stories = {
  "lists are opened from the menu": {
    path: "/",
    ready: (page) => heading(page, "Administration"),
    act: async (page) => {
      for (const [link, title] of [
        ["Phone", "Find and List Phones"],
        ["Directory Number", "Find and List Directory Numbers"],
        ["Device Pool", "Find and List Device Pools"],
      ]) {
        await menuLink(page, link);
        await heading(page, title);
        await rowsThere(page);
      }
    },
  },
  "a filter is typed": {
    path: phones,
    ready: rowsThere,
    act: async (page) => {
      await main(page).getByRole("textbox").first().click();
      await type(page, "sepc4ca");
      await page.keyboard.press("Enter");
      await rows(page).first().waitFor();
    },
  },
  "a list is sorted, and its pages are turned": {
    path: phones,
    ready: rowsThere,
    act: async (page) => {
      await sortBy(page, "Description");
      await sortBy(page, "Device Pool");
      for (const name of ["Next page", "Next page", "Previous page"]) {
        await main(page).getByRole("button", { name }).first().click();
        await rowsThere(page);
      }
    },
  },
  "rows are selected": {
    path: phones,
    ready: rowsThere,
    act: async (page) => {
      for (const index of [0, 1, 2, 5])
        await rows(page).nth(index).getByRole("checkbox").click({ force: true });
      const all = main(page).locator("thead").getByRole("checkbox");
      await all.click({ force: true });
      await all.click({ force: true });
    },
  },
  "rows of a long page are selected": {
    path: `${phones}&limit=250`,
    ready: rowsThere,
    act: async (page) => {
      for (const index of [0, 1]) await rows(page).nth(index).getByRole("checkbox").click({ force: true });
      const all = main(page).locator("thead").getByRole("checkbox");
      await all.click({ force: true });
      await all.click({ force: true });
    },
  },
  "an editor is opened": {
    path: phones,
    ready: rowsThere,
    act: async (page) => {
      await rows(page).nth(3).getByRole("link").first().click();
      await heading(page, /Phone Configuration/);
    },
  },
  "an editor is typed into": {
    path: "/device/phone/SEPC4CA4238A0B9",
    ready: (page) => heading(page, /Phone Configuration/),
    act: async (page) => {
      await main(page).getByRole("textbox", { name: "Description" }).click();
      await type(page, " on the third floor");
    },
  },
  "the palette is opened and searches": {
    path: phones,
    ready: rowsThere,
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await type(page, "kim seoul 47");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
    },
  },
};

/** A page that does as little as a page can: what the browser and the machine take by themselves. */
export const barePage = `<!doctype html><title>bare</title>
  <button onclick="this.nextElementSibling.textContent = Date.now()">Press</button><output></output>
  <input aria-label="Text">`;

/** The like of the stories on the bare page. */
export const bareStories = {
  "a button is pressed": {
    ready: (page) => page.getByRole("button").waitFor(),
    act: async (page) => {
      for (let press = 0; press < 5; press++) await page.getByRole("button").click();
    },
  },
  "text is typed": {
    ready: (page) => page.getByRole("textbox").waitFor(),
    act: async (page) => {
      await page.getByRole("textbox").click();
      await type(page, "kim seoul 47");
    },
  },
};
