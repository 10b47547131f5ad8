import { expect, test } from "vitest";
import { nodeDisk } from "../../../src/write/disk.js";
import {
  openState,
  seeState,
  stateFolder,
  statePlaces,
  type Machine,
} from "../../../src/write/state-folder.js";
import { at, useFolder } from "../../support/app-folder.js";

useFolder();

const linux: Machine = {
  platform: "linux",
  env: {},
  home: () => "/home/me",
  temporary: () => "/tmp",
  user: 7,
};

test.each<[string, Machine, string[]]>([
  ["Linux", linux, ["/home/me/.local/state/create-api-route", "/tmp/create-api-route-7"]],
  [
    "Linux, with a folder of the user's choice",
    { ...linux, env: { XDG_STATE_HOME: "/state" } },
    ["/state/create-api-route", "/tmp/create-api-route-7"],
  ],
  [
    "Linux, with a relative one, which counts for nothing",
    { ...linux, env: { XDG_STATE_HOME: "state" } },
    ["/home/me/.local/state/create-api-route", "/tmp/create-api-route-7"],
  ],
  [
    "macOS",
    { ...linux, platform: "darwin" },
    ["/home/me/Library/Application Support/create-api-route", "/tmp/create-api-route-7"],
  ],
  [
    "Windows",
    {
      platform: "win32",
      env: { LOCALAPPDATA: "D:\\Local" },
      home: () => "C:\\Users\\me",
      temporary: () => "C:\\Temp",
      user: undefined,
    },
    ["D:\\Local\\create-api-route", "C:\\Temp\\create-api-route"],
  ],
  ["an empty home", { ...linux, home: () => "" }, ["/tmp/create-api-route-7"]],
  [
    "Windows, with an empty home",
    {
      platform: "win32",
      env: { LOCALAPPDATA: "D:\\Local" },
      home: () => "",
      temporary: () => "C:\\Temp",
      user: undefined,
    },
    ["D:\\Local\\create-api-route", "C:\\Temp\\create-api-route"],
  ],
  [
    "a user without a home",
    {
      ...linux,
      home: () => {
        throw new Error("ENOENT: no such user");
      },
    },
    ["/tmp/create-api-route-7"],
  ],
])("on %s", (_where, machine, folders) => {
  expect(statePlaces(machine).map(({ folder }) => folder)).toEqual(folders);
});

test("only the folder for temporary files is shared with others", () => {
  expect(statePlaces(linux).map(({ isShared }) => isShared)).toEqual([false, true]);
});

test("each project has a folder of its own, whose name a person can read", () => {
  const [place] = statePlaces(linux);
  const folders = ["/a/my app", "/b/my app", "/"].map((root) => stateFolder(place!, root));
  expect(folders[0]).toMatch(/^\/home\/me\/\.local\/state\/create-api-route\/my_app-[0-9a-f]{16}$/);
  expect(new Set(folders).size).toBe(3);
});

test("a place where no folder can be made is passed over, as one whose parent says that it is not there", () => {
  // /proc answers ENOENT, and Node's own recursive mkdir would never end.
  const disk = {
    ...nodeDisk,
    mkdirSync: () => {
      throw Object.assign(new Error("ENOENT: no such file or directory, mkdir"), { code: "ENOENT" });
    },
  };
  expect(openState([{ folder: "/proc/state", isShared: false }], "/project", disk)).toBeUndefined();
});

test("a run looks no further than where one was before", () => {
  const first = { folder: at("state"), isShared: false };
  let named = 0;
  const second = {
    isShared: true,
    get folder() {
      named += 1;
      return at("temporary");
    },
  };
  seeState([first, second], at("app"), nodeDisk);
  expect(named).toBe(1);
  openState([first], at("app"), nodeDisk)?.close();
  expect(seeState([first, second], at("app"), nodeDisk)).toEqual(
    new Map([[stateFolder(first, at("app")), 1]]),
  );
  expect(named).toBe(1);
});
