//! Storage that is full, blocked, damaged, closed or silent: a sentence, a way out, and nothing lost.

use luoxuan::Entry;
use std::time::Duration;

use luoxuan_tests::newer::from_the_future;
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::tools::proved;
use crate::stage::wait_for;
use crate::teacher::Teacher;

const SENTENCE: Duration = Duration::from_secs(10);

// What breaks, before the page runs.
const DATABASE_MISSING: &str =
    "window.realIndexedDB = indexedDB; Object.defineProperty(window, 'indexedDB', { value: undefined })";
const DATABASE_BLOCKED: &str = "window.realIndexedDB = { databases: async () => [] }; \
    IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }";
const DATABASE_SILENT: &str = "IDBFactory.prototype.open = () => new EventTarget();";
const LOCAL_BLOCKED: &str =
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })";
const LOCAL_BROKEN: &str = "for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) \
    Storage.prototype[name] = () => { throw new DOMException('damaged', 'NS_ERROR_FILE_CORRUPTED'); }; \
    Object.defineProperty(Storage.prototype, 'length', { get() { throw new DOMException('damaged', 'NS_ERROR_FILE_CORRUPTED'); } })";
const BOTH_BLOCKED: &str = "for (const name of ['localStorage', 'indexedDB']) \
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } })";
const PROGRAM_FAILS: &str = "window.failing = false; for (const name of ['createElement', 'createTextNode', 'importNode']) { \
    const own = Document.prototype[name]; Document.prototype[name] = function (...given) { \
      if (window.failing) throw new Error('broken for a test'); return own.apply(this, given); }; }";

/// A teacher on a site of which this is broken.
fn broken(kind: Kind, fault: &str) -> (Site, Teacher) {
    let site = Site::with_fault(fault);
    let teacher = Teacher::arrives_at(&site.address(), kind);
    (site, teacher)
}

fn shown(teacher: &Teacher, test: &str, what: &str, result: &str) {
    proved(test, &format!("{:?}: {what}", teacher.browser.kind), result);
}

/// Writes something, takes a copy, and finds the words in it.
pub(crate) fn exports(teacher: &Teacher, words: &str) {
    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let name = copy
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let bytes = std::fs::read(&copy).expect("the copy");
    let read = luoxuan::format::read(&name, &bytes, &luoxuan::format::Limits::default()).expect("it is an archive");
    let there = read.revisions.iter().any(|revision| revision.to_line().contains(words));
    assert!(there, "“{words}” is not in the copy");
}

/// Words written without the database are on the screen, in a copy, and there after a reload.
fn works_on_the_small_storage(teacher: &Teacher, how: &str) {
    teacher.waits_for_the_cursor();
    teacher.types("没有数据库也写得下");
    teacher.sees_within(SENTENCE, "数据库用不了");
    assert!(!teacher.page().contains("已写入本机"), "a promise that nobody can keep");
    assert_eq!(teacher.reads_here(), "没有数据库也写得下");
    teacher.presses("Ctrl Enter");
    teacher.sees("这一周写下的");
    exports(teacher, "没有数据库也写得下");
    teacher.opens("#/today");
    teacher.reloads();
    teacher.sees("没有数据库也写得下");
    shown(
        teacher,
        "T11",
        &format!("IndexedDB {how}"),
        "its sentence; written in localStorage, there after a reload and in a copy",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn database_missing(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, DATABASE_MISSING);
    works_on_the_small_storage(teacher, "missing");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn database_blocked(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, DATABASE_BLOCKED);
    works_on_the_small_storage(teacher, "refused");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn database_silent(#[case] kind: Kind) {
    let (site, teacher) = &broken(kind, DATABASE_SILENT);
    teacher.waits_for_the_cursor();
    teacher.types("没有回应的时候写的");
    teacher.sees_within(Duration::from_secs(12), "一直没有回应");
    assert_eq!(teacher.reads_here(), "没有回应的时候写的");
    // It answers again after a reload, and the words have lived in the small storage.
    site.breaks("");
    teacher.reloads();
    teacher.sees("没有回应的时候写的");
    teacher.sees_it_kept();
    shown(
        teacher,
        "T09",
        "IndexedDB that never answers",
        "its sentence within 12 s; the words there after a reload",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn local_blocked(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, LOCAL_BLOCKED);
    teacher.writes_an_entry("只有数据库也够了");
    teacher.reloads();
    teacher.sees("只有数据库也够了");
    shown(
        teacher,
        "T11",
        "localStorage refused",
        "starts, keeps and finds again as usual",
    );
}

/// As Firefox does on a damaged file: the storage is there, and fails at every call.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn local_broken(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, LOCAL_BROKEN);
    teacher.writes_an_entry("小的那个坏了");
    teacher.opens("#/settings");
    teacher.sees("语言");
    teacher.reloads();
    teacher.opens("#/today");
    teacher.sees("小的那个坏了");
    shown(
        teacher,
        "T11",
        "localStorage failing at every call",
        "starts, keeps and finds again as usual",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn both_blocked(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, BOTH_BLOCKED);
    teacher.waits_for_the_cursor();
    teacher.types("只在这一页上的字");
    teacher.sees_within(SENTENCE, "不让网页存东西");
    assert!(!teacher.page().contains("已写入本机"));
    assert_eq!(teacher.reads_here(), "只在这一页上的字");
    exports(teacher, "只在这一页上的字");
    shown(
        teacher,
        "T11",
        "both storages refused",
        "starts, says so, promises nothing, a copy can be taken",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn program_fails(#[case] kind: Kind) {
    let (_site, teacher) = &broken(kind, PROGRAM_FAILS);
    teacher.waits_for_the_cursor();
    teacher.types("出错以前写的");
    teacher.sees_it_kept();
    assert!(!teacher.page().contains("页面出错了"));
    teacher.run("window.failing = true; location.hash = '#/settings'", vec![]);
    teacher.sees("页面出错了");
    teacher.clicks("重新打开");
    teacher.sees_no("页面出错了");
    teacher.opens("#/today");
    teacher.sees("出错以前写的");
}

fn write_three(teacher: &Teacher) {
    teacher.waits_for_the_cursor();
    for text in ["第一条没事", "第二条没事", "第三条没事"] {
        teacher.types(text);
        teacher.presses("Ctrl Enter");
        teacher.sees(text);
        let empty = wait_for(SENTENCE, || teacher.reads_here().is_empty().then_some(()));
        assert!(empty.is_some(), "a new sheet is laid out");
    }
    teacher.sees_it_kept();
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn damaged(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    write_three(teacher);
    disk::damage(teacher, 60);
    let broken = disk::log_lines(teacher);
    teacher.reloads();
    for text in ["第一条没事", "第二条没事", "第三条没事"] {
        // The first comes back from the second lane.
        teacher.sees(text);
    }
    teacher.opens("#/settings");
    teacher.sees("处损坏");
    let now = disk::log_lines(teacher);
    assert_eq!(now[..broken.len()], broken[..], "damaged bytes are left as they are");

    // With nothing else to go by, the others are there all the same.
    teacher.run("localStorage.clear()", vec![]);
    teacher.opens("#/today");
    teacher.reloads();
    teacher.sees("第二条没事");
    teacher.sees("第三条没事");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn closed_under_the_page(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    write_three(teacher);
    teacher.waits_for_the_cursor();
    teacher.types("正写着");
    let gone = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], request = indexedDB.deleteDatabase('luoxuan:main'); \
         request.onsuccess = () => done('gone'); request.onblocked = () => done('blocked'); request.onerror = () => done('error')",
        vec![],
    );
    assert_eq!(gone, json!("gone"), "the page makes way");
    teacher.types("，被删掉了");
    teacher.sees_within(SENTENCE, "网站的数据刚才被清除了");
    assert_eq!(teacher.reads_here(), "正写着，被删掉了");
    let back = wait_for(SENTENCE, || {
        (disk::index(teacher).of_kind::<Entry>().count() >= 3).then_some(())
    });
    assert!(back.is_some(), "the page writes again what it holds");
    teacher.presses("Ctrl Enter");
    teacher.reloads();
    for text in ["第一条没事", "第二条没事", "第三条没事", "正写着，被删掉了"] {
        teacher.sees(text);
    }
    shown(
        teacher,
        "T10",
        "the database deleted under the page in mid-typing",
        "opened again, all written again, said so",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn written_by_a_newer_app(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    write_three(teacher);
    let line = disk::entries(1, |_| "将来写下的一条".into());
    let newer = from_the_future(&line);
    disk::plant(teacher, &newer);
    teacher.reloads();
    teacher.sees("第三条没事");
    let record = newer
        .split("\"record\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    teacher.opens(&format!("#/entry/{}", record.expect("a record")));
    teacher.sees("将来写下的一条");
    teacher.sees("用更高版本的螺旋手记写的");
    assert!(!teacher.has("button", "修改"));
    let kept = disk::log_lines(teacher).concat();
    assert!(kept.contains(newer.trim_end()), "kept to the byte");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn layout_of_a_newer_app(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    write_three(teacher);
    let before = disk::log_lines(teacher);
    // The page makes way for the newer app, which is another window here.
    let changed = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], request = indexedDB.open('luoxuan:main', 99); \
         request.onsuccess = () => { request.result.close(); done('changed'); }; request.onerror = () => done('error'); request.onblocked = () => done('blocked')",
        vec![],
    );
    assert_eq!(changed, json!("changed"));
    teacher.waits_for_the_cursor();
    teacher.types("旧版里写的");
    teacher.sees_within(SENTENCE, "由更高版本的螺旋手记打开过");
    assert_eq!(teacher.reads_here(), "旧版里写的");
    assert_eq!(disk::log_lines(teacher), before);
    shown(
        teacher,
        "T10",
        "the database changed under the page by a newer version",
        "its sentence; nothing touched, the words stay",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn cleared_while_it_is_open(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    write_three(teacher);
    let app = teacher.browser.tab();
    teacher.browser.new_tab();
    teacher.wipes_the_site();
    teacher.browser.close_tab_for(&app);
    teacher.waits_for_the_cursor();
    teacher.types("清掉以后接着写");
    teacher.sees_within(SENTENCE, "网站的数据刚才被清除了");
    teacher.presses("Ctrl Enter");
    teacher.sees("清掉以后接着写");
    let back = wait_for(SENTENCE, || {
        (disk::index(teacher).of_kind::<Entry>().count() >= 4).then_some(())
    });
    assert!(back.is_some());
    teacher.reloads();
    for text in ["第一条没事", "第二条没事", "第三条没事", "清掉以后接着写"] {
        teacher.sees(text);
    }
    shown(
        teacher,
        "T12",
        "the site's data cleared while the page is open",
        "the page wrote again all it held, and said so",
    );
}
