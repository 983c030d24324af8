//! A phone: words that another program shares, the way in from the icon, and the keyboard on the screen.

use std::time::Duration;

use luoxuan::{Entry, Evidence};
use serde_json::{Value, json};

use crate::disk;
use crate::offline::waits_until_ready;
use crate::pictures::photograph;
use crate::sheets::drops;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::tools::{Scratch, dist, setting};
use crate::stage::wait_for;
use crate::teacher::Teacher;

fn manifest() -> Value {
    let bytes = std::fs::read(dist().join("manifest.webmanifest")).expect("the site has a manifest");
    serde_json::from_slice(&bytes).expect("it is JSON")
}

/// Another program, from whose page things are shared: its own address, so that nothing but the browser stands between.
struct Program {
    site: Site,
    home: String,
    _scratch: Scratch,
}

impl Program {
    fn open(home: &str) -> Self {
        let scratch = Scratch::new("program");
        std::fs::write(
            scratch.path().join("index.html"),
            "<!doctype html><title>another program</title>",
        )
        .expect("a page");
        let site = Site::of(scratch.path().to_owned());
        Self {
            site,
            home: home.into(),
            _scratch: scratch,
        }
    }

    /// Shares words and files (name, type, bytes) as the manifest says that a browser shares them.
    fn shares(&self, teacher: &Teacher, words: [&str; 3], files: &[(&str, &str, Vec<u8>)]) {
        let target = &manifest()["share_target"];
        assert_eq!(
            (&target["method"], &target["enctype"]),
            (&json!("POST"), &json!("multipart/form-data"))
        );
        let address =
            url::Url::parse(&self.home).and_then(|home| home.join(target["action"].as_str().unwrap_or_default()));
        let params = &target["params"];
        let words: Vec<_> = ["title", "text", "url"]
            .iter()
            .zip(words)
            .map(|(part, said)| json!([params[*part], said]))
            .collect();
        let files: Vec<_> = files
            .iter()
            .map(|(name, kind, bytes)| json!([name, kind, bytes]))
            .collect();
        teacher.browser.go(&self.site.address());
        teacher.browser.run(
            "const [address, words, files, name] = arguments, form = document.createElement('form'); \
             Object.assign(form, { action: address, method: 'post', enctype: 'multipart/form-data' }); \
             for (const [name, said] of words) form.append(Object.assign(document.createElement('textarea'), { name, value: said })); \
             const came = new DataTransfer(); \
             for (const [name, type, bytes] of files) came.items.add(new File([new Uint8Array(bytes)], name, { type })); \
             const picker = Object.assign(document.createElement('input'), { type: 'file', multiple: true, name }); \
             picker.files = came.files; form.append(picker); document.body.append(form); setTimeout(() => form.submit())",
            vec![json!(address.expect("an address").as_str()), json!(words), json!(files), params["files"][0]["name"].clone()],
        );
    }
}

/// A teacher who has the page installed, as far as a browser without a screen can: its service worker is there.
fn installed() -> (Teacher, Program) {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    waits_until_ready(&teacher);
    let program = Program::open(&setting("LUOXUAN_URL"));
    (teacher, program)
}

fn bodies(teacher: &Teacher) -> Vec<String> {
    let index = disk::index(teacher);
    index.of_kind::<Entry>().map(|(_, entry)| entry.body.clone()).collect()
}

#[test]
fn words_that_are_shared_become_an_entry_when_the_teacher_says_so() {
    let (teacher, program) = installed();
    let words = [
        "低声部怎样站得住",
        "合唱笔记\n先练和声 https://example.org/a",
        "https://example.org/a",
    ];
    program.shares(&teacher, words, &[]);
    teacher.sees("分享过来的");
    teacher.sees("先练和声");
    assert!(bodies(&teacher).is_empty(), "nothing is kept unasked");
    teacher.clicks("记成一条");
    teacher.sees_it_kept();
    teacher.sees("以前的版本");
    assert!(teacher.place().starts_with("#/entry/"), "{}", teacher.place());
    assert_eq!(
        bodies(&teacher),
        ["低声部怎样站得住\n\n合唱笔记\n先练和声 https://example.org/a"],
        "the address once"
    );
    assert_eq!(teacher.run("return location.search", vec![]), json!(""));
    teacher.reloads();
    teacher.sees("以前的版本");
    assert!(!teacher.page().contains("分享过来的"));

    program.shares(&teacher, ["", "不想要的", ""], &[]);
    teacher.sees("不想要的");
    teacher.clicks("不要");
    teacher.sees_no("不想要的");
    assert_eq!(bodies(&teacher).len(), 1);
}

/// The pictures that are evidence of an entry, waiting until there are so many.
fn pictures_of(teacher: &Teacher, entry: luoxuan::RecordId, number: usize) -> Vec<Evidence> {
    let all = wait_for(Duration::from_secs(20), || {
        let index = disk::index(teacher);
        let all: Vec<_> = index
            .linked::<Evidence>("entries", entry)
            .map(|(_, it)| it.clone())
            .collect();
        (all.len() == number).then_some(all)
    });
    all.unwrap_or_else(|| panic!("the entry has no {number} pieces of evidence:\n{}", teacher.page()))
}

#[test]
fn pictures_that_are_shared_wait_for_the_teacher_and_become_evidence() {
    let (teacher, program) = installed();
    let photograph = photograph(&teacher);
    let two = [
        ("黑板.jpg", "image/jpeg", photograph.clone()),
        ("本子 2.jpg", "image/jpeg", photograph),
    ];
    program.shares(&teacher, ["", "", ""], &two);
    teacher.sees("分享过来的");
    // A page that dies before anything was said offers them again.
    teacher.opens_the_app();
    teacher.waits_for_the_journal();
    teacher.sees("分享过来的");
    let shown = "return [...document.querySelectorAll('.banner img')].map((picture) => picture.alt)";
    assert_eq!(teacher.run(shown, vec![]), json!(["黑板.jpg", "本子 2.jpg"]));
    assert!(bodies(&teacher).is_empty(), "nothing is kept unasked");
    teacher.clicks("记成一条");
    teacher.sees_it_kept();
    let (entry, _) = {
        let index = disk::index(&teacher);
        let found = index
            .of_kind::<Entry>()
            .map(|(id, entry)| (id, entry.body.clone()))
            .next();
        found.expect("an entry")
    };
    let all = pictures_of(&teacher, entry, 2);
    assert!(
        all.iter()
            .all(|it| it.blob.as_ref().is_some_and(|blob| blob.width == 1600))
    );
    teacher.reloads();
    teacher.waits_for_element("main img");
    assert!(!teacher.page().contains("分享过来的"));

    // And one to an entry that is there.
    program.shares(&teacher, ["", "家长也发来了", ""], &two[..1]);
    teacher.chooses("放到", "分享来的图片");
    teacher.clicks("作为这一条的证据");
    teacher.sees_it_kept();
    let all = pictures_of(&teacher, entry, 4);
    assert_eq!(all.iter().filter(|it| it.text == "家长也发来了").count(), 1);
    assert_eq!(bodies(&teacher), ["分享来的图片"]);
}

#[test]
fn a_copy_that_is_shared_is_looked_into_before_anything_is_taken() {
    let (teacher, program) = installed();
    let header = "{\"format\":\"luoxuan journal\",\"version\":1}\n";
    let copy = format!(
        "{header}{}",
        disk::entries(3, |number| format!("同事写的第 {number} 条"))
    );
    let files = [
        ("手记.jsonl", "application/octet-stream", copy.into_bytes()),
        ("课件.pptx", "application/vnd.ms-powerpoint", b"PK".to_vec()),
    ];
    program.shares(&teacher, ["", "", ""], &files);
    teacher.sees("“课件.pptx”收不了");
    teacher.clicks("看看文件里有什么");
    teacher.waits_until_at("/settings");
    teacher.sees("收进手记");
    assert!(bodies(&teacher).is_empty(), "nothing is kept unasked");
    teacher.clicks("收进手记");
    teacher.sees("收进了 3 个版本。");
    assert_eq!(bodies(&teacher).len(), 3);
}

#[test]
fn a_spreadsheet_that_is_shared_is_shown_as_records_before_anything_is_taken() {
    let (teacher, program) = installed();
    let rows = "日期,名称,主讲\n2026-10-20,数据怎样说话,王老师\n2026-10-21,朗读,李老师\n";
    let files = [("听讲座.csv", "text/csv", rows.as_bytes().to_vec())];
    program.shares(&teacher, ["", "", ""], &files);
    teacher.sees("听讲座.csv");
    teacher.clicks("把表格收进来");
    teacher.waits_until_at("/records");
    teacher.sees("“听讲座.csv”里是哪一种？");
    teacher.clicks("讲座");
    teacher.sees("数据怎样说话");
    let lectures = || disk::index(&teacher).heads("lecture").count();
    assert_eq!(lectures(), 0, "nothing is kept unasked");
    teacher.clicks("收进这 2 条");
    teacher.sees("收进了 2 条");
    teacher.sees_it_kept();
    assert_eq!(lectures(), 2);
    teacher.opens("#/records");
    teacher.sees("加一种档案");
    teacher.sees_no("里是哪一种？");
    // Dropped on the page of its kind it is read at once.
    teacher.opens("#/records/lecture");
    teacher.sees("共 2 条");
    drops(&teacher, "又听了.csv", "日期,名称\n2026-10-22,写字\n".as_bytes());
    teacher.clicks("收进这 1 条");
    teacher.sees("共 3 条");
}

#[test]
fn the_icon_leads_to_places_that_are_there() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    let manifest = manifest();
    let shortcuts = manifest["shortcuts"].as_array().expect("shortcuts");
    assert_eq!(shortcuts.len(), 4);
    for shortcut in shortcuts {
        let (name, place) = (shortcut["name"].as_str(), shortcut["url"].as_str());
        let (name, place) = (name.expect("a name"), place.expect("a place").trim_start_matches("./"));
        teacher.opens(place);
        let heading = if name == "写一条" { "今天" } else { name };
        let there = wait_for(Duration::from_secs(10), || {
            let here = teacher.run("return document.querySelector('main h1')?.textContent", vec![]);
            (here == json!(heading)).then_some(())
        });
        assert!(there.is_some(), "{place} is not {name}");
    }
}

fn screen(teacher: &Teacher, height: u32) {
    teacher.browser.devtools(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": 390, "height": height, "deviceScaleFactor": 2, "mobile": true }),
    );
}

#[test]
fn what_is_typed_stays_above_the_keyboard_on_the_screen() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    let bar = "return getComputedStyle(document.querySelector('.frame > nav')).position";
    screen(&teacher, 780);
    assert_eq!(teacher.run(bar, vec![]), json!("fixed"));
    teacher.goes_to("写下来");
    // As the page is resized where a keyboard takes half of it.
    screen(&teacher, 440);
    assert_eq!(teacher.run(bar, vec![]), json!("static"));
    teacher.types(&"一行接一行\n".repeat(30));
    teacher.types("最后一行");
    let over = "const box = document.activeElement, end = box.getBoundingClientRect().bottom; \
        return [box.tagName, end <= innerHeight + 8 && end > 0]";
    let seen = wait_for(Duration::from_secs(5), || {
        (teacher.run(over, vec![]) == json!(["TEXTAREA", true])).then_some(())
    });
    assert!(seen.is_some(), "the last line is under the keyboard");
}

/// A browser that leaves the page as tall as it was and tells of the keyboard by its visual viewport alone, as Safari does on
/// a telephone; there is none here, so what it tells is put in its place.
const TELLS: &str = "let covered = 0; const told = new EventTarget(); \
    const says = { height: () => innerHeight - covered, width: () => innerWidth, pageTop: () => scrollY, pageLeft: () => scrollX, \
      offsetTop: () => 0, offsetLeft: () => 0, scale: () => 1 }; \
    for (const name in says) Object.defineProperty(told, name, { get: says[name] }); \
    window.keyboard = (height) => { covered = height; told.dispatchEvent(new Event('resize')); }; \
    Object.defineProperty(window, 'visualViewport', { value: told });";

#[test]
fn what_is_typed_stays_above_a_keyboard_that_only_covers_the_page() {
    let site = Site::with_fault(TELLS);
    let teacher = Teacher::visits(&site);
    teacher.waits_for_the_journal();
    screen(&teacher, 780);
    let fingers = json!({ "enabled": true, "maxTouchPoints": 5 });
    teacher.browser.devtools("Emulation.setTouchEmulationEnabled", &fingers);
    teacher.waits_for_element("main .week-list");
    teacher.goes_to("写下来");
    teacher.types(&"一行接一行\n".repeat(30));
    teacher.run("window.keyboard(340)", vec![]);
    teacher.types("最后一行");
    let above = "const foot = innerHeight - 340, box = document.activeElement, bar = box.nextElementSibling.getBoundingClientRect(); \
        const places = getComputedStyle(document.querySelector('.frame > nav')).position; \
        return [box.getBoundingClientRect().bottom <= foot + 1, bar.bottom <= foot + 1 && bar.top > 0, places]";
    let holds = |what: &str, expected: Value| {
        let held = wait_for(Duration::from_secs(5), || {
            (teacher.run(above, vec![]) == expected).then_some(())
        });
        assert!(held.is_some(), "{what}: {}", teacher.run(above, vec![]));
    };
    holds("the end of the box and its bar", json!([true, true, "static"]));
    teacher.types("\n再一行\n又一行");
    holds("after more lines", json!([true, true, "static"]));
    // In the middle of a long text the bar is at hand, and nothing is moved under the eyes of whoever reads.
    teacher.run(
        "scrollTo(0, 100); visualViewport.dispatchEvent(new Event('scroll'))",
        vec![],
    );
    holds("further up", json!([false, true, "static"]));
    let at = teacher.run("return Math.round(scrollY)", vec![]);
    assert_eq!(at, json!(100));
    teacher.run("window.keyboard(0)", vec![]);
    let gone = wait_for(Duration::from_secs(5), || {
        let bar = teacher.run(
            "return getComputedStyle(document.querySelector('.frame > nav')).position",
            vec![],
        );
        (bar == json!("fixed")).then_some(())
    });
    assert!(gone.is_some(), "the places are back when the keyboard is gone");
}

#[test]
fn several_photographs_are_given_to_a_piece_of_evidence_at_once() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    screen(&teacher, 780);
    let fingers = json!({ "enabled": true, "maxTouchPoints": 5 });
    teacher.browser.devtools("Emulation.setTouchEmulationEnabled", &fingers);
    teacher.types("黑板和本子");
    teacher.keeps_it();
    teacher.opens_to_change();
    teacher.clicks("加证据");
    teacher.waits_for_element(".evidence-item .camera input[capture][multiple]");
    let small = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], canvas = document.createElement('canvas'); \
         canvas.width = canvas.height = 20; canvas.getContext('2d').fillRect(5, 5, 9, 9); \
         canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/png')",
        vec![],
    );
    let small: Vec<u8> = serde_json::from_value(small).expect("bytes");
    let [board, book] = ["黑板.jpg", "本子.png"].map(|name| teacher.browser.desk().join(name));
    std::fs::write(&board, photograph(&teacher)).expect("a file");
    std::fs::write(&book, small).expect("a file");
    let picker = teacher.run("return document.querySelector('.evidence-item .camera input')", vec![]);
    let picker = teacher.browser.element(&picker).expect("the camera");
    let both = format!("{}\n{}", board.display(), book.display());
    teacher.browser.type_into(&picker, &both).expect("both are taken");
    let kept = wait_for(Duration::from_secs(20), || {
        let index = disk::index(&teacher);
        let mut all = index.of_kind::<Evidence>();
        all.any(|(_, it)| it.pictures().count() == 2).then_some(())
    });
    assert!(kept.is_some(), "both are pictures of it:\n{}", teacher.page());
}
