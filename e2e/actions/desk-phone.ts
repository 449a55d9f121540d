import { expect, type Locator, type Page } from "@playwright/test";
import { phoneInUsePath } from "@/lib/client/paths";
import type { Api } from "../fixtures/api";

/** The words on and around a phone that scenarios use. */
export const words = {
  en: {
    phone: "Phone",
    softkeys: "Softkeys",
    more: "more",
    screen: "Screen",
    number: "Number to dial",
    dial: "Dial",
    lift: "Lift handset",
    answer: "Answer",
    hangUp: "Hang up",
    unplug: "Unplug",
    plugIn: "Plug in",
    callBack: "CallBack",
    live: "Live",
    activated: (number: string) => `CallBack is activated on ${number}`,
    available: (number: string) => `${number} has become available`,
    anyAvailable: "has become available",
    tones: {
      none: "Silent",
      dial: "Dial tone",
      ringback: "Ringback tone",
      busy: "Busy tone",
      fastBusy: "Fast busy tone",
      reorder: "Reorder tone",
      ringing: "Ringing",
      callBack: "Call back tone",
    },
  },
  ko: {
    phone: "전화기",
    softkeys: "소프트키",
    more: "더 보기",
    screen: "화면",
    number: "다이얼할 번호",
    dial: "다이얼",
    lift: "핸드셋 들기",
    answer: "전화받기",
    hangUp: "핸드셋 놓기",
    unplug: "분리하기",
    plugIn: "연결하기",
    callBack: "콜백",
    live: "실시간",
    activated: (number: string) => `${number}에 콜백이 활성화되었습니다.`,
    available: (number: string) => `${number}이(가) 통화 가능합니다.`,
    anyAvailable: "통화 가능합니다.",
    tones: {
      none: "소리 없음",
      dial: "발신음",
      ringback: "통화 연결음",
      busy: "통화 중 신호음",
      fastBusy: "빠른 통화 중 신호음",
      reorder: "다시걸기 신호음",
      ringing: "벨 울림",
      callBack: "콜백 신호음",
    },
  },
} as const;

type Words = (typeof words)["en"] | (typeof words)["ko"];
type Tone = keyof Words["tones"];

/** A phone by its device name and the number that people dial. */
export interface NumberedPhone {
  readonly name: string;
  readonly number: string;
}

/** A phone on the desk of a page: what a person does with it, and what there is to see and hear. */
export class DeskPhone {
  readonly name: string;
  readonly number: string;
  readonly frame: Locator;
  readonly screen: Locator;
  readonly #say: Words;

  constructor(page: Page, { name, number }: NumberedPhone, say: Words = words.en) {
    this.name = name;
    this.number = number;
    this.#say = say;
    this.frame = page.getByRole("region", { name: new RegExp(`${say.phone} ${number}(?!\\d)`) });
    this.screen = this.frame.getByRole("region", { name: say.screen });
  }

  /** The colour on which the screen is drawn, wherever that is said. */
  async colourOfScreen(): Promise<string> {
    await this.screen.scrollIntoViewIfNeeded();
    return this.screen.evaluate((screen) => {
      const { x, y, width, height } = screen.getBoundingClientRect();
      const colours = document
        .elementsFromPoint(x + width / 2, y + height / 2)
        .map((element) => getComputedStyle(element).backgroundColor);
      return colours.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "none";
    });
  }

  /** Types a number and dials it. */
  async dials(to: DeskPhone | string, { isVideo = false } = {}): Promise<void> {
    const number = typeof to === "string" ? to : to.number;
    if (isVideo) await this.frame.getByText("Video", { exact: true }).click();
    await this.frame.getByRole("textbox", { name: this.#say.number }).fill(number);
    await this.frame.getByRole("textbox", { name: this.#say.number }).press("Enter");
    await this.#isLifted();
  }

  /** The other phone is lifted, so that its line is busy; this one dials it and hears so. */
  async findsBusy(other: DeskPhone): Promise<void> {
    await other.lifts();
    await other.hears("dial");
    await this.dials(other);
    await this.hears("busy");
  }

  /** This phone is in a call with the other one, which it has dialled. */
  async talksWith(other: DeskPhone): Promise<void> {
    await this.dials(other);
    await other.answers();
  }

  async lifts(): Promise<void> {
    await this.frame.getByRole("button", { name: this.#say.lift }).click();
    await this.#isLifted();
  }

  async answers(): Promise<void> {
    await this.hears("ringing");
    await this.frame.getByRole("button", { name: this.#say.answer, exact: true }).last().click();
    await this.#isLifted();
  }

  async hangsUp(): Promise<void> {
    await this.frame.getByRole("button", { name: this.#say.hangUp }).click();
    await expect(this.frame.getByRole("button", { name: this.#say.lift })).toBeVisible();
  }

  /** The handset can be put down. */
  async #isLifted(): Promise<void> {
    await expect(this.frame.getByRole("button", { name: this.#say.hangUp })).toBeVisible();
  }

  /** The line is used once: lifted, and hung up again. */
  async isUsedOnce(): Promise<void> {
    await this.lifts();
    await this.hears("dial");
    await this.hangsUp();
  }

  /** A softkey of the page that is shown. */
  softkey(label: string): Locator {
    return this.frame
      .getByRole("list", { name: this.#say.softkeys })
      .getByRole("button", { name: label, exact: true });
  }

  /** Presses a softkey; *more* leads to it when it is on another page. */
  async presses(label: string): Promise<void> {
    const key = this.softkey(label);
    const more = this.softkey(this.#say.more);
    await expect(key.or(more).first()).toBeVisible();
    await expect(async () => {
      if ((await key.count()) === 0) await more.click({ timeout: 1_000 });
      await expect(key).toBeVisible({ timeout: 500 });
    }).toPass();
    await key.click();
  }

  async pressesCallBack(): Promise<void> {
    await this.presses(this.#say.callBack);
  }

  /** Presses CallBack, and the screen confirms that it is activated on the other phone. */
  async activatesCallBackOn(other: DeskPhone): Promise<void> {
    await this.pressesCallBack();
    await this.shows(this.#say.activated(other.number));
  }

  /** The screen tells that the other phone has become available. */
  async isToldOf(other: DeskPhone): Promise<void> {
    await this.shows(this.#say.available(other.number));
  }

  /** The screen tells of no phone that it has become available. */
  async isNotTold(): Promise<void> {
    await this.showsNot(this.#say.anyAvailable);
  }

  /** Presses a line or feature button by what stands beside it. */
  async pressesButton(text: string): Promise<void> {
    await this.frame.getByRole("button", { name: new RegExp(`: ${text}`) }).click();
  }

  async hears(tone: Tone): Promise<void> {
    await expect(this.frame.getByText(this.#say.tones[tone], { exact: true })).toBeVisible();
  }

  /** The screen shows the text, its lines joined by spaces. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.screen).toContainText(text, { useInnerText: true });
  }

  async showsNot(text: string | RegExp): Promise<void> {
    await expect(this.screen).not.toContainText(text, { useInnerText: true });
  }

  /** *Unplug*, or *Plug in* again. */
  async unplugs(): Promise<void> {
    await this.frame.getByRole("button", { name: this.#say.unplug }).click();
    await expect(this.frame.getByRole("button", { name: this.#say.plugIn })).toBeVisible();
  }

  async plugsIn(): Promise<void> {
    await this.frame.getByRole("button", { name: this.#say.plugIn }).click();
    await expect(this.frame.getByRole("button", { name: this.#say.unplug })).toBeVisible();
  }

  /** *Log in as…*, and a device profile by its user. */
  async logsIn(userId: string): Promise<void> {
    await this.frame.getByRole("button", { name: "Log in by Extension Mobility" }).click();
    const profile = this.frame.page().getByRole("option", { name: new RegExp(`^${userId} `) });
    await this.#isAnswered(() => profile.click());
  }

  async logsOut(): Promise<void> {
    await this.#isAnswered(() => this.frame.getByRole("button", { name: "Log out" }).click());
  }

  /** What is done has reached the server: the frame of a phone goes with its number. */
  async #isAnswered(act: () => Promise<void>): Promise<void> {
    const path = `/api/v1/phones/${this.name}/actions`;
    const answered = this.frame.page().waitForResponse((response) => response.url().endsWith(path));
    await act();
    await answered;
  }

  /** The drop-down *Do Not Disturb*. */
  async setsDnd(option: "Off" | "Ringer Off" | "Call Reject"): Promise<void> {
    const dropDown = this.frame.getByRole("button", { name: "Do Not Disturb" });
    await dropDown.click();
    await this.frame.page().getByRole("option", { name: option, exact: true }).click();
    await expect(dropDown).toContainText(option);
  }
}

/** Makes something of each member, under the same role. */
function each<Role extends string, Member, Made>(
  members: Readonly<Record<Role, Member>>,
  make: (member: Member) => Made,
): Record<Role, Made>;
function each<Member, Made>(members: Readonly<Record<string, Member>>, make: (member: Member) => Made) {
  return Object.fromEntries(Object.entries(members).map(([role, member]) => [role, make(member)]));
}

/** Opens *Call Back > Phones* with these phones on the desk. */
export async function openDesk<Role extends string>(
  page: Page,
  phones: Readonly<Record<Role, NumberedPhone>>,
  language: keyof typeof words = "en",
): Promise<Record<Role, DeskPhone>> {
  const say = words[language];
  const onDesk = each(phones, (phone) => new DeskPhone(page, phone, say));
  const shown = Object.values<DeskPhone>(onDesk);
  await page.goto(phoneInUsePath(...shown.map(({ name }) => name)));
  for (const { screen } of shown) await expect(screen).toBeVisible();
  await expect(page.getByText(say.live, { exact: true })).toBeVisible();
  return onDesk;
}

/** Nothing is on the administrator's desk, whoever used it before. */
export async function clearDesk(api: Api): Promise<void> {
  const answer = await api.request.patch("/api/v1/desks", { data: { name: null, phones: [] } });
  expect(answer.status(), await answer.text()).toBe(200);
}
