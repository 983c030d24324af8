//! Browsers that are not today's: a teacher's day in them, their colours, and the words where the program cannot run.

use std::fs;
use std::time::Duration;

use rstest::rstest;
use serde_json::json;

use crate::access::{TEXT, gets_three_spirals, prefers, settled};
use crate::offline::waits_until_ready;
use crate::sheets::takes_one;
use crate::stage::browser::{Browser, Kind};
use crate::stage::drivers::webkit_prints;
use crate::stage::site::Site;
use crate::stage::tools::{dist, setting};
use crate::stage::wait_for;
use crate::teacher::Teacher;
use crate::texts::parts;
use luoxuan_tests::demo;

/// A teacher with three spirals who reads Chinese, whatever the browser was told.
fn teacher_in(kind: Kind) -> Teacher {
    let teacher = Teacher::arrives(kind);
    prefers(&teacher, "zh-Hans", "light");
    gets_three_spirals(&teacher);
    teacher
}

/// An evening of a teacher's: writing and finding, a browser that dies, the demonstration, and then without the network
/// a sheet of answers and a text as a Word file.
fn an_evening_in(kind: Kind) {
    let mut site = Site::open();
    let mut teacher = Teacher::arrives_at(&site.address(), kind);
    // WebKit would be stuck with a service worker whose page is loaded again before it has begun.
    waits_until_ready(&teacher);
    prefers(&teacher, "zh-Hans", "light");
    gets_three_spirals(&teacher);
    writes_and_finds(&teacher);
    if kind != Kind::WebKit {
        // Under its driver it keeps nothing over its end.
        dies_and_comes_back(&mut teacher);
    }
    teacher.opens("#/demo/today");
    teacher.sees("示范手记");
    teacher.opens("#/demo/spirals");
    teacher.sees("二声部合唱里低声部怎样站得住");
    teacher.opens("#/today");
    waits_until_ready(&teacher);

    site.goes_down();
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.types("断网也写得下");
    teacher.keeps_it();
    takes_one(&teacher);
    teacher.sees_it_kept();
    hands_in(&teacher);
    if kind != Kind::WebKit {
        prints(&teacher);
    }
    boxes_hold_their_text(&teacher);
}

pub(crate) fn writes_and_finds(teacher: &Teacher) {
    teacher.opens("#/today");
    teacher.writes_an_entry("低声部今天站住了");
    teacher.reloads();
    teacher.sees("低声部今天站住了");

    for _ in 0..2 {
        // The second time over the words of the first.
        teacher.presses("Ctrl k");
        teacher.waits_for_element("dialog.find[open]");
        teacher.waits_for_the_cursor();
        teacher.types("今天站住");
        teacher.waits_for_element("#hits li mark");
        assert_eq!(teacher.reads_here(), "今天站住");
        teacher.presses("Escape");
        let shut = wait_for(Duration::from_secs(5), || {
            let shut = teacher.run("return document.querySelector('dialog[open]') === null", vec![]);
            (shut == json!(true)).then_some(())
        });
        assert!(shut.is_some(), "it does not close");
    }
    teacher.clicks("搜索任何一个字");
    teacher.waits_for_element("#hits li mark");
    teacher.presses("Enter");
    teacher.waits_for_element("main .entry");
    assert!(teacher.place().contains("/entry/"), "{}", teacher.place());
}

/// What was said to be kept is there after the browser was killed, in the middle of a sentence.
pub(crate) fn dies_and_comes_back(teacher: &mut Teacher) {
    teacher.opens("#/today");
    teacher.waits_for_the_cursor();
    teacher.types("说到一半的话");
    teacher.sees_it_kept();
    teacher.browser.kill();
    teacher.comes_back();
    teacher.sees("低声部今天站住了");
    teacher.sees("说到一半的话");
}

pub(crate) fn hands_in(teacher: &Teacher) {
    teacher.opens(&format!("#/text/{TEXT}/out"));
    settled(teacher);
    let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
    assert!(parts(&file)["word/document.xml"].contains("平均只写了96字"));
}

fn number(teacher: &Teacher, script: &str) -> f64 {
    teacher.run(script, vec![]).as_f64().unwrap_or(f64::NAN)
}

/// A long title stands there whole, and what is typed into a box stays in sight.
fn boxes_hold_their_text(teacher: &Teacher) {
    teacher.opens(&format!("#/spiral/{}", demo::id("spiral C")));
    settled(teacher);
    teacher.waits_for_element(".hero .title");
    teacher.run(
        "const box = document.querySelector('.hero .title'); box.focus(); box.select()",
        vec![],
    );
    teacher.types(&"很长很长的一个题目".repeat(12));
    let over = "const box = document.querySelector('.hero .title'); return box.scrollHeight - box.clientHeight";
    // Less than half a line: tall characters may reach out of the last one.
    let whole = || number(teacher, over) < 10.0;
    assert!(whole(), "the title is cut off");
    teacher.run("document.activeElement.blur()", vec![]);
    teacher.sees_it_kept();
    teacher.reloads();
    settled(teacher);
    teacher.waits_for_element(".hero .title");
    let whole = wait_for(Duration::from_secs(5), || whole().then_some(()));
    assert!(whole.is_some(), "the title is cut off at the next visit");
}

/// Prints what is open, with nothing that would cut a line in two at the end of a page.
fn prints(teacher: &Teacher) {
    let paper = teacher
        .browser
        .devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
    assert!(paper["data"].as_str().is_some_and(|data| data.len() > 10_000));
    teacher
        .browser
        .devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let style = teacher.run(
        "const style = getComputedStyle(document.documentElement); return [style.scrollbarGutter ?? 'auto', style.scrollPaddingTop, style.colorScheme]",
        vec![],
    );
    assert_eq!(style, json!(["auto", "auto", "light"]));
    teacher
        .browser
        .devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

const PAPER: [&str; 2] = ["rgb(251, 249, 244)", "rgb(34, 37, 42)"];
const NIGHT: [&str; 2] = ["rgb(23, 24, 26)", "rgb(231, 228, 220)"];

/// What the page is drawn with: its ground and its ink.
fn drawn_with(teacher: &Teacher) -> serde_json::Value {
    teacher.run(
        "const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]",
        vec![],
    )
}

/// Day and night, by the page's own setting and by the system's.
fn colours(teacher: &Teacher) {
    for (theme, system, wanted) in [
        ("light", "light", PAPER),
        ("light", "dark", PAPER),
        ("dark", "light", NIGHT),
        ("dark", "dark", NIGHT),
        ("system", "light", PAPER),
        ("system", "dark", NIGHT),
    ] {
        if teacher.browser.kind == Kind::WebKit {
            // Its driver cannot make it night; the system is a light one there.
            if system == "dark" {
                continue;
            }
        } else {
            teacher.browser.devtools(
                "Emulation.setEmulatedMedia",
                &json!({ "features": [{ "name": "prefers-color-scheme", "value": system }] }),
            );
        }
        prefers(teacher, "zh-Hans", theme);
        assert_eq!(drawn_with(teacher), json!(wanted), "{theme} on a {system} system");
        // A text is paper at night too.
        teacher.opens(&format!("#/text/{TEXT}/out"));
        settled(teacher);
        teacher.waits_for_element(".paper");
        let line = teacher.run(
            "return getComputedStyle(document.querySelector('.paper')).borderTopColor",
            vec![],
        );
        assert_eq!(line, json!("rgb(224, 218, 203)"), "{theme} on a {system} system");
        teacher.opens("#/today");
        settled(teacher);
    }
    prefers(teacher, "zh-Hans", "light");
    let dots = teacher.run(
        "return ['problem', 'action', 'observation', 'reflection', 'new_problem'].map((phase) => { \
           const one = document.createElement('i'); one.dataset.phase = phase; one.style.color = 'var(--c)'; \
           document.querySelector('main').append(one); const { color } = getComputedStyle(one); one.remove(); return color; })",
        vec![],
    );
    let each = [
        "rgb(168, 60, 38)",
        "rgb(43, 93, 140)",
        "rgb(125, 88, 16)",
        "rgb(53, 99, 63)",
        "rgb(118, 73, 124)",
    ];
    assert_eq!(dots, json!(each), "each phase has its colour");
}

#[rstest]
#[case::chromium_92(Kind::Older(92))]
#[case::chromium_109(Kind::Older(109))]
#[case::chromium_122(Kind::Older(122))]
#[case::webkit(Kind::WebKit)]
fn an_evening(#[case] kind: Kind) {
    an_evening_in(kind);
}

/// It draws figures over the Chinese before them if it is asked for air between the two.
#[test]
fn webkit_is_not_asked_for_air_between_figures_and_chinese() {
    let teacher = Teacher::arrives(Kind::WebKit);
    let air = teacher.run("return getComputedStyle(document.body).textAutospace", vec![]);
    assert_eq!(air, json!("no-autospace"));
}

/// In whatever is no plain block WebKit cuts a line in two at the end of a sheet: then it stands on both.
#[test]
fn no_line_is_cut_where_webkit_prints_a_spiral() {
    let place = format!("#/demo/spiral/{}", demo::id("spiral A"));
    let sheets = webkit_prints(&setting("LUOXUAN_URL"), &place, "平行班用同样的题目");
    assert!(sheets.len() > 2, "{sheets:#?}");
    assert!(sheets.iter().all(|sheet| !sheet.contains("跳到正文")), "{sheets:#?}");
    for two in sheets.windows(2) {
        let (last, first) = (two[0].lines().next_back(), two[1].lines().next());
        assert_ne!(last, first, "{sheets:#?}");
    }
}

#[test]
fn long_titles_stand_there_whole_in_firefox() {
    boxes_hold_their_text(&teacher_in(Kind::Firefox));
}

#[rstest]
#[case::chromium_92(Kind::Older(92))]
#[case::chromium_109(Kind::Older(109))]
#[case::chromium_122(Kind::Older(122))]
#[case::webkit(Kind::WebKit)]
#[case::chromium(Kind::Chromium)]
fn every_browser_has_its_colours(#[case] kind: Kind) {
    colours(&teacher_in(kind));
}

/// Where the program cannot run, the page says what it needs, and gives out what the small storage holds.
#[test]
fn chromium_86_is_told_what_it_needs_and_gets_its_words_out() {
    let site = Site::open();
    let teacher = Teacher::arrives_at(&site.address(), Kind::Older(86));
    teacher.sees("这个浏览器太旧");
    teacher.sees("This browser is too old");
    let begun = teacher.run("return document.querySelector('.frame') !== null", vec![]);
    assert_eq!(begun, json!(false), "nothing of the program runs");
    assert!(!teacher.has("press", "下载这里存的文字"), "nothing was written here");
    let line = crate::disk::entries(1, |_| "升级以前写的一条".into());
    teacher.run(
        "localStorage.setItem('luoxuan:main:head:one', arguments[0].trim()); \
         localStorage.setItem('luoxuan:main:hot:tab:two', JSON.stringify({ content: { body: '写到一半的' } })); \
         localStorage.setItem('luoxuan:main:hot:tab:three', '{\"content\": 坏了的')",
        vec![json!(line)],
    );
    teacher.browser.go(&site.address());
    teacher.sees("写到一半的");
    teacher.sees("坏了的");
    let copy = teacher.downloads(|| teacher.clicks("下载这里存的文字"));
    let bytes = fs::read(&copy).expect("the copy");
    let read = luoxuan::format::read("luoxuan.jsonl", &bytes, &luoxuan::format::Limits::default());
    let read = read.expect("it is a journal");
    assert_eq!((read.revisions.len(), read.unread.len()), (1, 0));
    assert!(read.revisions[0].to_line().contains("升级以前写的一条"));
}

/// What comes of a text that a script on the page wants to run as a script of its own.
fn of_text_as_a_script(kind: Kind) -> serde_json::Value {
    let site = Site::with_fault("try { window.came = eval('1 + 1'); } catch (refused) { window.came = refused.name; }");
    let teacher = Teacher::arrives_at(&site.address(), kind);
    teacher.waits_for_the_journal();
    teacher.run("return window.came", vec![])
}

#[test]
fn no_text_becomes_a_script() {
    for kind in [Kind::Chromium, Kind::Older(109), Kind::Firefox, Kind::WebKit] {
        assert_eq!(of_text_as_a_script(kind), json!("EvalError"), "{kind:?}");
    }
    // The policy that lets WebAssembly run there lets this through.
    assert_eq!(of_text_as_a_script(Kind::Older(92)), json!(2));
}

/// Opened from the disk no browser runs the program, and the page says so.
fn as_a_file(kind: Kind) {
    let address = format!("file://{}/index.html", dist().display());
    let teacher = Teacher::arrives_at(&address, kind);
    teacher.sees("不能当作文件打开");
    teacher.sees("cannot be opened as a file");
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::chromium_109(Kind::Older(109))]
#[case::firefox(Kind::Firefox)]
#[case::webkit(Kind::WebKit)]
fn as_a_file_it_says_what_it_needs(#[case] kind: Kind) {
    as_a_file(kind);
}

/// A program that does not start is not a white page.
#[test]
fn a_program_that_does_not_start_is_said() {
    let site = Site::with_fault(
        "for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming']) \
           WebAssembly[name] = () => Promise.reject(new Error('no memory left'));",
    );
    let teacher = Teacher::visits(&site);
    teacher.sees("页面出错了");
    site.breaks("");
    teacher.clicks("重新打开");
    teacher.waits_for_the_journal();
    assert!(!teacher.page().contains("页面出错了"));
}

/// Cookies switched off in Chromium's own settings.
#[test]
fn where_chromium_keeps_nothing_it_says_that_and_nothing_else() {
    let browser = Browser::start_after(Kind::Chromium, |profile| {
        let settings = json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
        fs::create_dir_all(profile.join("Default")).expect("a folder");
        fs::write(profile.join("Default/Preferences"), settings.to_string()).expect("settings");
    });
    let teacher = Teacher::arrives_with(browser, &setting("LUOXUAN_URL"));
    teacher.waits_for_the_cursor();
    teacher.types("只在这一页上的字");
    teacher.sees("不让网页存东西");
    let page = teacher.page();
    assert!(!page.contains("UnknownError") && !page.contains("已写入本机"), "{page}");
    assert_eq!(teacher.reads_here(), "只在这一页上的字");
}

/// A cache that takes nothing is no full disk: the room cannot be asked for, and the words are kept.
#[test]
fn a_cache_that_refuses_is_no_full_disk() {
    let site = Site::with_fault(
        "Cache.prototype.put = () => Promise.reject(new DOMException('denied for a test', 'NotAllowedError'));",
    );
    let teacher = Teacher::visits(&site);
    teacher.writes_an_entry("缓存不让用");
    assert!(!teacher.page().contains("满了"));
}
