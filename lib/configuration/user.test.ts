import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkFullName,
  checkNewPassword,
  checkRepeatedPassword,
  checkUserName,
  normalizeUser,
  sameUser,
  type UserContent,
  validateUser,
} from "@/lib/configuration/user";
import { userChanges } from "@/lib/configuration/user-difference";
import { compareUsers, mergeUser } from "@/lib/configuration/user-merge";

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe("user names", () => {
  test.each(["admin", "Kim Min-jun", "김민준", "a", "a".repeat(50), "kim@example.com", "O'Brien/2"])(
    "%s is accepted",
    (name) => {
      expect(checkUserName(name)).toEqual([]);
    },
  );

  test.each(["Иванова", "Αλέξανδρος", "山田", "김 Min", "Kim 山田", "Дмитрий 2", "Zoë", "Åsa", "o’neill"])(
    "%s, in letters of one alphabet or beside Korean, Chinese and Japanese, is accepted",
    (name) => {
      expect(checkUserName(name)).toEqual([]);
    },
  );

  test.each([
    "\u200b",
    "adm\u200bin",
    "admin\u2060",
    "\u2800",
    "a\u00adb",
    "a\u200db",
    "\u3164",
    "a\u{e0061}",
  ])("%j, with something that nobody sees, is refused", (name) => {
    expect(codes(checkUserName(name))).toEqual(["invisibleCharacters"]);
  });

  test.each([
    "\u0430dmin",
    "admi\u0578",
    "\u03bfadmin",
    "ａdmin",
    "admin\u00a0x",
    "adm\u2170n",
    "\u{1d41a}dmin",
  ])("%j, which could pass for another name, is refused", (name) => {
    expect(codes(checkUserName(name))).toEqual(["lookAlikeLetters"]);
  });

  test("a colon is refused, because HTTP Basic ends the user name there", () => {
    const [problem, ...others] = checkUserName("a:b");
    expect(problem).toEqual({
      path: ["name"],
      code: "forbiddenCharacters",
      params: { characters: ': " % & \\ < >' },
    });
    expect(others).toEqual([]);
  });

  test("a colon and another forbidden character make one problem that names them all", () => {
    expect(checkUserName("a:<b>")).toEqual(checkUserName("a:b"));
  });

  test.each([
    ["", "required"],
    ["   ", "required"],
    ["..", "nameReserved"],
    ["(System)", "nameReserved"],
    ["a".repeat(51), "nameTooLong"],
    ["a\tb", "controlCharacters"],
    ["a\u202eb", "controlCharacters"],
    ["\ud800", "brokenCharacters"],
    [undefined, "required"],
    [["admin"], "wrongType"],
  ])("%j is refused with %s", (name, code) => {
    expect(codes(checkUserName(name))).toEqual([code]);
  });

  test("spaces at the ends are not part of a stored name", () => {
    const content: UserContent = { name: " kim ", fullName: " Kim\u0301 ", role: "readOnly" };
    expect(normalizeUser(content)).toEqual({ name: "kim", fullName: "Kiḿ", role: "readOnly" });
  });
});

describe("full names", () => {
  test.each(["", "Kim Min-jun", "가".repeat(50)])("%j is accepted", (fullName) => {
    expect(checkFullName(fullName)).toEqual([]);
  });

  test.each([
    ["a".repeat(51), "tooLong"],
    ["a\nb", "controlCharacters"],
    ["<b>", "forbiddenCharacters"],
    [7, "wrongType"],
  ])("%j is refused with %s", (fullName, code) => {
    expect(codes(checkFullName(fullName))).toEqual([code]);
  });
});

describe("new passwords", () => {
  test.each(
    ["12345678", "correct horse battery", "암호는여덟글자", "😀".repeat(128)].map((text) =>
      text.padEnd(8, "!"),
    ),
  )("%s is accepted", (password) => {
    expect(checkNewPassword(password, "admin")).toEqual([]);
  });

  test.each([
    [undefined, "required"],
    ["", "required"],
    [12345678, "wrongType"],
    ["1234567", "tooShort"],
    ["😀".repeat(7), "tooShort"],
    ["a".repeat(129), "tooLong"],
    ["12345678\u0000", "controlCharacters"],
    ["12345678\udc00", "brokenCharacters"],
    ["ADMINISTRATOR", "passwordIsUserName"],
    ["my Administrator 2026", "passwordHasUserName"],
  ])("%j is refused with %s", (password, code) => {
    expect(codes(checkNewPassword(password, "administrator"))).toEqual([code]);
  });

  test("a name of one or two letters may be part of a password by chance", () => {
    expect(checkNewPassword("a long enough one", "al")).toEqual([]);
    expect(codes(checkNewPassword("a Kim enough one", "kim"))).toEqual(["passwordHasUserName"]);
  });

  test("typed twice, it must be the same both times", () => {
    expect(checkRepeatedPassword("12345678", "12345678")).toEqual([]);
    expect(checkRepeatedPassword("12345678", "12345679")).toEqual([
      { path: ["repeatedPassword"], code: "passwordsDiffer" },
    ]);
  });

  test("no problem repeats any part of the password", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 300, unit: "binary" }), (password) => {
        expect(JSON.stringify(checkNewPassword(`¶${password}¶`, `¶${password}¶`))).not.toContain("¶");
      }),
    );
  });
});

test("whatever is given as a user, the rules answer problems and do not throw", () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const candidate = { name: anything, fullName: anything, role: "readOnly" } as UserContent;
      expect(Array.isArray([...validateUser(candidate), ...checkNewPassword(anything, "admin")])).toBe(true);
    }),
  );
});

describe("changes of a user", () => {
  const before = { name: "kim", fullName: "Kim", role: "readOnly", passwordChanged: false } as const;

  test("each change is named once, with what was and what is", () => {
    const after = { name: "kim2", fullName: "", role: "superUser", passwordChanged: true } as const;
    expect(userChanges(before, after)).toEqual([
      { kind: "renamed", from: "kim", to: "kim2" },
      { kind: "fullNameChanged", from: "Kim", to: "" },
      { kind: "roleChanged", from: "readOnly", to: "superUser" },
      { kind: "passwordChanged" },
    ]);
  });

  test("the same content has no changes, and neither has the first revision", () => {
    expect(userChanges(before, before)).toEqual([]);
    expect(userChanges(null, before)).toEqual([]);
    expect(sameUser(before, { ...before })).toBe(true);
    expect(sameUser(before, { ...before, role: "superUser" })).toBe(false);
  });
});

describe("three versions of a user", () => {
  const base = { name: "kim", fullName: "Kim", role: "readOnly" } as const;

  test("each field says who changed it", () => {
    const theirs = { name: "kim2", fullName: "Kim", role: "superUser" } as const;
    const yours = { name: "kim2", fullName: "Kim M.", role: "phoneAdministrator" } as const;
    expect(compareUsers(base, theirs, yours).map(({ field, status }) => [field, status])).toEqual([
      ["name", "agreed"],
      ["fullName", "yours"],
      ["role", "conflict"],
    ]);
    expect(compareUsers(base, theirs, base).map(({ status }) => status)).toEqual([
      "theirs",
      "same",
      "theirs",
    ]);
  });

  test("each field is taken from the version that was chosen", () => {
    const theirs = { name: "kim2", fullName: "", role: "superUser" } as const;
    const yours = { name: "kim3", fullName: "Kim M.", role: "readOnly" } as const;
    expect(mergeUser(theirs, yours, (field) => (field === "role" ? "theirs" : "yours"))).toEqual({
      name: "kim3",
      fullName: "Kim M.",
      role: "superUser",
    });
  });
});
