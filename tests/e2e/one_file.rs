//! The program in one file, opened from a disk: a teacher's evening without any site, and whose words are whose.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use luoxuan::format::{Limits, read};
use luoxuan::journal::write_lines;
use luoxuan_tests::demo;
use rstest::rstest;
use serde_json::json;

use crate::access::{TEXT, settled, text};
use crate::browsers::{dies_and_comes_back, hands_in, writes_and_finds};
use crate::pictures::photograph;
use crate::stage::browser::Kind;
use crate::stage::tools::{Scratch, dist};
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// How a file names its journal until somebody gets one of their own.
const NOBODYS: &str = "content=\"one-file\"";

/// The one file as it was built.
fn built() -> String {
    fs::read_to_string(dist().join("luoxuan.html")).expect("the one file is built with the site")
}

/// Puts the one file onto a stick, under a name and with a journal of its own.
fn put(stick: &Path, name: &str, journal: &str) -> PathBuf {
    let (file, path) = (built(), stick.join(name));
    let own = file.replacen(NOBODYS, &format!("content=\"{journal}\""), 1);
    assert_ne!(own, file, "the file names its journal");
    fs::write(&path, own).expect("the stick takes a file");
    path
}

/// The address of a file, as a browser shows it.
fn address(file: &Path) -> String {
    url::Url::from_file_path(file).expect("a whole path").into()
}

/// Nothing has gone out or come in.
fn asked_nobody(teacher: &Teacher) {
    let asked = teacher.run(
        "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !/^(blob|data|file):/.test(name))",
        vec![],
    );
    assert_eq!(asked, json!([]));
    for line in teacher.browser.log("performance") {
        let message = line["message"].as_str().unwrap_or_default();
        let message: serde_json::Value = serde_json::from_str(message).unwrap_or_default();
        if message["message"]["method"] == "Network.requestWillBeSent" {
            let url = message["message"]["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default();
            assert!(
                !url.starts_with("http") && !url.starts_with("ws"),
                "a request left for {url}"
            );
        }
    }
    let refused = teacher.run_until_called(
        "const done = arguments[arguments.length - 1]; const image = new Image(); \
         image.onload = () => done('it came'); image.onerror = () => done('refused'); image.src = 'https://example.org/a.png'",
        vec![],
    );
    assert_eq!(refused, json!("refused"));
}

/// The demonstration's spirals and a text, as an archive.
fn archive(teacher: &Teacher) -> PathBuf {
    let file = teacher.browser.desk().join("三条线索.jsonl");
    let head = "{\"format\":\"luoxuan journal\",\"version\":1}\n";
    let lines = write_lines(&demo::journal()) + &write_lines(text().as_slice());
    fs::write(&file, format!("{head}{lines}")).expect("a file");
    file
}

/// Chooses a file where the page asks for one. The drivers of older browsers, and `WebKit`'s, cannot: there a script does.
fn gives(teacher: &Teacher, name: &str, nth: i32, file: &Path) {
    let picker = teacher.finds_nth("file", name, nth);
    if matches!(teacher.browser.kind, Kind::Chromium | Kind::Firefox) {
        let typed = teacher.browser.type_into(&picker, &file.to_string_lossy());
        return typed.expect("the page takes a file");
    }
    let name = file.file_name().expect("a name").to_string_lossy();
    teacher.run(
        "const [picker, name, bytes] = arguments, data = new DataTransfer(); \
         const type = name.endsWith('.jpg') ? 'image/jpeg' : ''; \
         data.items.add(new File([new Uint8Array(bytes)], name, { type })); picker.files = data.files; \
         picker.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![json!(picker), json!(name), json!(fs::read(file).expect("the file"))],
    );
}

fn restores(teacher: &Teacher, copy: &Path) {
    teacher.opens("#/settings");
    gives(teacher, "选文件来恢复", 0, copy);
    teacher.sees("损坏 0");
    teacher.clicks("收进手记");
    teacher.sees("收进了");
    teacher.sees_it_kept();
}

fn takes_a_photograph(teacher: &Teacher) {
    let file = teacher.browser.desk().join("纸条.jpg");
    fs::write(&file, photograph(teacher)).expect("a file");
    teacher.opens(&format!("#/entry/{}", demo::id("A-A2")));
    settled(teacher);
    teacher.clicks("修改");
    let place = teacher.adds_evidence();
    teacher.chooses_nth("种类", place, "照片");
    teacher.sees("也可以把图片拖到这里");
    gives(teacher, "选图片", place, &file);
    teacher.waits_for_element(".evidence-item .album img");
    teacher.goes_to_nth("说明", place);
    teacher.types("慢镜头纸条的一页");
    teacher.keeps_it();
}

fn an_evening(kind: Kind) {
    let stick = Scratch::new("stick");
    let file = put(stick.path(), "螺旋手记.html", "0evening");
    let as_it_was = fs::read(&file).expect("the file");
    let mut teacher = Teacher::arrives_at(&address(&file), kind);
    teacher.waits_for_the_journal();
    teacher.sees("不在文件里，也不在 U 盘上");
    teacher.clicks("知道了");
    teacher.sees_no("不在文件里，也不在 U 盘上");
    writes_and_finds(&teacher);
    // It was said once, and the page has been loaded again since.
    assert!(!teacher.page().contains("不在文件里，也不在 U 盘上"));
    if kind != Kind::WebKit {
        // Under its driver it keeps nothing over its end.
        dies_and_comes_back(&mut teacher);
    }
    teacher.opens("#/demo/spirals");
    teacher.sees("二声部合唱里低声部怎样站得住");
    teacher.opens("#/today");
    teacher.sees("低声部今天站住了");

    if kind != Kind::WebKit {
        // Its worker cannot read a file that a page from a disk was given.
        let archive = archive(&teacher);
        restores(&teacher, &archive);
        hands_in(&teacher);
        takes_a_photograph(&teacher);
    }
    teacher.opens("#/settings");
    teacher.sees("断网也能用");
    teacher.sees("不在文件里，也不在 U 盘上");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let name = copy.file_name().expect("a name").to_string_lossy().into_owned();
    let read = read(&name, &fs::read(&copy).expect("the copy"), &Limits::default()).expect("it is an archive");
    let says = |words: &str| read.revisions.iter().any(|one| one.to_line().contains(words));
    assert!(says("低声部今天站住了"));
    assert_eq!(read.unread.len(), 0);
    if kind != Kind::WebKit {
        assert!(says("慢镜头纸条的一页") && says(&TEXT.to_string()));
        assert_eq!(read.pictures.len(), 1);
    }
    asked_nobody(&teacher);
    assert!(
        fs::read(&file).expect("the file") == as_it_was,
        "no word goes into the file"
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::chromium_92(Kind::Older(92))]
#[case::chromium_109(Kind::Older(109))]
#[case::firefox(Kind::Firefox)]
#[case::webkit(Kind::WebKit)]
fn an_evening_from_a_stick(#[case] kind: Kind) {
    an_evening(kind);
}

fn writes(teacher: &Teacher, words: &str) {
    teacher.waits_for_the_journal();
    teacher.types(words);
    teacher.keeps_it();
}

/// Chromium has one storage for all that is opened from a disk, Firefox one for each place.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn two_files_have_two_journals(#[case] kind: Kind) {
    let stick = Scratch::new("stick");
    let (mine, hers) = (
        put(stick.path(), "a.html", "0mine"),
        put(stick.path(), "b.html", "0hers"),
    );
    let teacher = Teacher::arrives_at(&address(&mine), kind);
    writes(&teacher, "我的一条");
    teacher.browser.go(&address(&hers));
    teacher.waits_for_the_journal();
    assert!(!teacher.page().contains("我的一条"));
    writes(&teacher, "她的一条");
    teacher.opens("#/settings");
    teacher.sees("1 条，");
    teacher.browser.go(&address(&mine));
    teacher.waits_for_the_journal();
    teacher.sees("我的一条");
    assert!(!teacher.page().contains("她的一条"));

    // The same file at another place: one journal where the browser has one storage, told where it has not.
    let elsewhere = stick.path().join("c.html");
    fs::copy(&mine, &elsewhere).expect("a copy");
    teacher.browser.go(&address(&elsewhere));
    teacher.waits_for_the_journal();
    if kind == Kind::Chromium {
        teacher.sees("我的一条");
    } else {
        teacher.sees("按文件所在的位置存字");
        assert!(!teacher.page().contains("我的一条"));
    }
}

/// What a site gives out is what was built, each time with a journal of its own.
#[test]
fn a_site_gives_out_the_file_each_time_with_a_journal_of_its_own() {
    let teacher = Teacher::arrives(Kind::Chromium);
    writes(&teacher, "写在网站上的");
    let get = || {
        teacher.opens("#/settings");
        let file = teacher.downloads(|| teacher.clicks("下载单文件版"));
        fs::read_to_string(file).expect("a page")
    };
    let (one, other, whole) = (get(), get(), built());
    let (head, rest) = whole.split_once(NOBODYS).expect("the file names its journal");
    let id = |file: &str| {
        let own = file.strip_prefix(head).and_then(|file| file.strip_suffix(rest));
        own.expect("the same bytes but for the name").to_owned()
    };
    assert_ne!(id(&one), id(&other));
    assert!(id(&one).len() > 26, "{}", id(&one));

    let stick = Scratch::new("stick");
    let file = stick.path().join("给了我的.html");
    fs::write(&file, one).expect("the stick takes a file");
    teacher.browser.go(&address(&file));
    writes(&teacher, "写在文件里的");
    assert!(!teacher.page().contains("写在网站上的"));
}

/// A stick that was pulled out too early.
#[test]
fn half_a_file_says_so() {
    let stick = Scratch::new("stick");
    let file = put(stick.path(), "半个.html", "0half");
    let whole = fs::read(&file).expect("the file");
    fs::write(&file, &whole[..whole.len() / 2]).expect("half of it");
    let teacher = Teacher::arrives_at(&address(&file), Kind::Chromium);
    let said = wait_for(Duration::from_secs(10), || {
        teacher.page().contains("这个文件不完整").then_some(())
    });
    assert!(said.is_some(), "{}", teacher.page());
}

/// WeChat's browser keeps words to itself; a browser says which it is.
#[test]
fn in_wechat_it_says_once_how_to_open_it_elsewhere() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    assert!(!teacher.page().contains("微信"));
    let name = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 \
        XWEB/1300289 MMWEBSDK/20240404 Mobile Safari/537.36 MicroMessenger/8.0.49";
    teacher
        .browser
        .devtools("Emulation.setUserAgentOverride", &json!({ "userAgent": name }));
    teacher.reloads();
    teacher.sees("选“在浏览器打开”");
    teacher.clicks("知道了");
    teacher.sees_no("选“在浏览器打开”");
    teacher.reloads();
    teacher.waits_for_the_journal();
    assert!(!teacher.page().contains("微信"));
}
