//! A photograph as evidence: without the place where it was taken, and as a figure of a text.

use std::path::Path;
use std::time::Duration;

use luoxuan::record::{EvidenceKind, Privacy};
use luoxuan::{Evidence, TextType};
use luoxuan_tests::demo;
use rstest::rstest;
use serde_json::json;

use crate::access::{settled, teacher_with_three_spirals};
use crate::disk;
use crate::pages::text::{End, assemble, enters_the_first, passages, saying};
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;
use crate::texts::parts;

/// A photograph of 2,400 × 1,800 pixels with what a telephone writes into it: a place and a name.
pub(crate) fn photograph(teacher: &Teacher) -> Vec<u8> {
    let drawn = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], canvas = document.createElement('canvas'); canvas.width = 2400; canvas.height = 1800; \
         const pen = canvas.getContext('2d'); for (let i = 0; i < 60; i += 1) { pen.fillStyle = `hsl(${i * 6} 60% 60%)`; pen.fillRect(i * 40, 0, 40, 1800); } \
         canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 0.8)",
        vec![],
    );
    let drawn = drawn.as_array().cloned().unwrap_or_default();
    let drawn: Vec<u8> = drawn
        .iter()
        .filter_map(|byte| u8::try_from(byte.as_u64()?).ok())
        .collect();
    assert_eq!(drawn[..2], [0xff, 0xd8]);
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(exif());
    let length = u16::try_from(segment.len() + 2).expect("a short segment");
    let mut whole = vec![0xff, 0xd8, 0xff, 0xe1];
    whole.extend(length.to_be_bytes());
    whole.extend(segment);
    whole.extend(&drawn[2..]);
    whole
}

/// A TIFF structure: the maker's name, and a GPS directory with a latitude.
fn exif() -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    let field = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut field = tag.to_be_bytes().to_vec();
        field.extend(kind.to_be_bytes());
        field.extend(count.to_be_bytes());
        field.extend(value.to_be_bytes());
        field
    };
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(field(0x010f, 2, 12, 38));
    tiff.extend(field(0x8825, 4, 1, 50));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(b"LIN LAOSHI\0\0");
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(field(1, 2, 2, 0x4e00_0000));
    tiff.extend(field(2, 5, 3, 80));
    tiff.extend(0_u32.to_be_bytes());
    for part in [39_u32, 1, 54, 1, 20, 1] {
        tiff.extend(part.to_be_bytes());
    }
    tiff
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_photograph_is_kept_small_and_without_its_place(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.types("黑板上留下的图");
    let file = teacher.browser.desk().join("照片.jpg");
    let photograph = photograph(teacher);
    assert!(contains(&photograph, b"LIN LAOSHI"));
    std::fs::write(&file, photograph).expect("a file");
    teacher.picks("图片", &file);
    let kept = wait_for(Duration::from_secs(20), || {
        let index = disk::index(teacher);
        let mut all = index.of_kind::<Evidence>();
        all.find_map(|(_, evidence)| evidence.blob.clone())
    });
    let kept = kept.expect("the picture is evidence of the entry");
    assert_eq!(
        (kept.width, kept.height, kept.media.as_str()),
        (1600, 1200, "image/jpeg")
    );

    teacher.goes_to("写下来");
    teacher.keeps_it();
    teacher.opens_to_change();
    let shown = wait_for(Duration::from_secs(10), || {
        let shown = teacher.run(
            "const picture = document.querySelector('main img'); \
             return picture?.complete && picture.naturalWidth ? [picture.src.slice(0, 5), picture.naturalWidth] : null",
            vec![],
        );
        (!shown.is_null()).then_some(shown)
    });
    assert_eq!(shown, Some(json!(["blob:", 1600])));

    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let name = copy
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let bytes = std::fs::read(copy).expect("the copy");
    let read = luoxuan::format::read(&name, &bytes, &luoxuan::format::Limits::default()).expect("it is an archive");
    let picture = read
        .pictures
        .iter()
        .find(|picture| picture.id() == kept.id)
        .expect("the picture is in the copy");
    for part in [&b"Exif"[..], b"LIN LAOSHI", b"GPS"] {
        assert!(!contains(picture.bytes(), part));
    }
}

#[test]
fn a_photograph_taken_as_evidence_is_figure_1_of_a_text_and_of_its_word_file() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    let file = teacher.browser.desk().join("纸条.jpg");
    std::fs::write(&file, photograph(&teacher)).expect("a file");
    takes_it_as_evidence(&teacher, &file);
    assemble(&teacher, TextType::Experience);
    teacher.waits_for_element(".passage .prose img");
    teacher.sees("图1　慢镜头纸条的一页");
    assert_eq!(saying(&teacher, "（见图1）"), 1);

    // A picture put in by hand before it becomes the first, and what named the other follows.
    enters_the_first(&teacher, End::First);
    teacher.picks("图片", &file);
    teacher.sees("图2　慢镜头纸条的一页");
    assert_eq!(saying(&teacher, "（见图1）"), 1);
    assert_eq!(saying(&teacher, "（见图2）"), 1);
    // The cursor waits where its caption is written.
    let here =
        "const box = document.activeElement; return box.value.slice(box.selectionStart - 2, box.selectionStart + 2)";
    assert_eq!(teacher.run(here, vec![]), json!("![]("));
    teacher.types("课堂一角");
    teacher.clicks("检查");
    teacher.sees_no("正文里没有一句提到图");

    teacher.clicks("交稿");
    let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
    has_both_figures(&file);
}

/// Puts a photograph to an entry as evidence, for everybody to see; it is kept so.
fn takes_it_as_evidence(teacher: &Teacher, file: &Path) {
    let before = disk::index(teacher).of_kind::<Evidence>().count();
    teacher.opens(&format!("#/entry/{}", demo::id("A-A2")));
    settled(teacher);
    teacher.clicks("修改");
    let place = teacher.adds_evidence();
    teacher.chooses_nth("种类", place, "照片");
    teacher.sees("也可以把图片拖到这里");
    let picker = teacher.finds_nth("file", "选图片", place);
    let typed = teacher.browser.type_into(&picker, &file.to_string_lossy());
    typed.expect("the page takes a file");
    teacher.waits_for_element(".evidence-item .album img");
    teacher.sees("“仅自己”的图片不会自动进文稿");
    teacher.chooses_nth("谁可以看", place, "可公开");
    teacher.sees_no("“仅自己”的图片不会自动进文稿");
    teacher.goes_to_nth("说明", place);
    teacher.types("慢镜头纸条的一页");
    teacher.keeps_it();
    let index = disk::index(teacher);
    assert_eq!(
        index.of_kind::<Evidence>().count(),
        before + 1,
        "one item, with its picture"
    );
    let photo = index
        .of_kind::<Evidence>()
        .find(|(_, it)| it.blob.is_some())
        .expect("it is kept")
        .1;
    assert_eq!((photo.sort, photo.privacy), (EvidenceKind::Photo, Privacy::Public));
    assert_eq!(
        (photo.entries.as_slice(), photo.caption.as_str()),
        (&[demo::id("A-A2")][..], "慢镜头纸条的一页")
    );
}

/// The Word file names and shows both figures, and holds their one picture once.
fn has_both_figures(file: &Path) {
    let parts = parts(file);
    let document = &parts["word/document.xml"];
    // Numbers are fields of their own; words are read past them.
    let said = document.split("<w:t xml:space=\"preserve\">").skip(1);
    let said: String = said.filter_map(|piece| piece.split("</w:t>").next()).collect();
    for words in ["（见图1）", "（见图2）", "图1　课堂一角", "图2　慢镜头纸条的一页"] {
        assert!(said.contains(words), "{words}");
    }
    // The same picture twice, once in the package.
    assert_eq!(document.matches("<pic:pic>").count(), 2);
    assert_eq!(parts.keys().filter(|name| name.starts_with("word/media/")).count(), 1);
}

/// A figure typed into a box moves the others when the box is left, and what names them follows; one undo takes back both.
#[test]
fn a_figure_typed_in_by_hand_moves_the_numbers_of_the_others() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::ImprovementCase);
    teacher.sees("图1　");
    let says = |name: &str| saying(&teacher, name);
    assert_eq!((says("（见图1）"), says("（见图2）")), (1, 0));
    enters_the_first(&teacher, End::Last);
    teacher.types("\n\n```chart bar 字数\n次,字\n一,96\n二,152\n```");
    assert_eq!(says("（见图1）"), 1, "nothing moves while it is typed");
    teacher.goes_to("题目");
    teacher.sees("1 段里“见图”“见表”的编号跟着改了");
    assert_eq!((says("（见图1）"), says("（见图2）")), (0, 1));
    teacher.sees("图1　字数");
    let at = "return document.activeElement.id";
    assert_eq!(teacher.run(at, vec![]), json!("text-title"), "the keyboard stays");
    teacher.clicks("撤销");
    teacher.sees_no("图1　字数");
    assert_eq!((says("（见图1）"), says("（见图2）")), (1, 0));
    // Deleted by hand, it is said to be gone, and nothing is left to guess.
    let chart =
        "return [...document.querySelectorAll('.passage textarea')].find((box) => box.value.startsWith('```chart')).id";
    let chart = teacher.run(chart, vec![]);
    teacher.run("document.getElementById(arguments[0]).select()", vec![chart]);
    teacher.presses("Delete");
    teacher.goes_to("题目");
    teacher.sees("1 段里“见图”“见表”的编号跟着改了");
    assert_eq!(says("（见图?）"), 1);
    teacher.clicks("检查");
    teacher.sees("图?");
}

/// A picture that is the teacher’s own stays out of a draft; the page says so, and one press opens it and puts it in.
#[test]
fn a_picture_left_out_of_a_draft_is_named_and_put_in_with_one_press() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    let file = teacher.browser.desk().join("纸条.jpg");
    std::fs::write(&file, photograph(&teacher)).expect("a file");
    teacher.opens(&format!("#/entry/{}", demo::id("A-A2")));
    settled(&teacher);
    teacher.clicks("修改");
    let place = teacher.adds_evidence();
    let picker = teacher.finds_nth("file", "选图片", place);
    let typed = teacher.browser.type_into(&picker, &file.to_string_lossy());
    typed.expect("the page takes a file");
    teacher.waits_for_element(".evidence-item .album img");
    teacher.goes_to_nth("说明", place);
    teacher.types("慢镜头纸条的一页");
    teacher.keeps_it();
    let privacy = || {
        let index = disk::index(&teacher);
        let mut all = index.of_kind::<Evidence>();
        all.find_map(|(_, it)| it.blob.as_ref().map(|_| it.privacy))
    };
    assert_eq!(privacy(), Some(Privacy::Own));

    assemble(&teacher, TextType::Experience);
    teacher.sees("有 1 张图写着“仅自己”，没有放进来。");
    teacher.clicks("检查");
    teacher.sees("有 1 张图写着“仅自己”，没有放进来。");
    teacher.clicks("写");
    teacher.waits_until_at("/write");
    let words = || passages(&teacher);
    let before = words();
    teacher.clicks("有 1 张图写着");
    teacher.sees("有没有认得出的学生");
    teacher.clicks("放进来");
    teacher.sees("图1　慢镜头纸条的一页");
    teacher.sees_no("没有放进来");
    assert_eq!(saying(&teacher, "（见图1）"), 1, "the words of its entry name it");
    let opened = wait_for(Duration::from_secs(10), || {
        (privacy() == Some(Privacy::Public)).then_some(())
    });
    assert!(opened.is_some(), "it may be shown now");
    teacher.clicks("撤销");
    teacher.sees("有 1 张图写着“仅自己”，没有放进来。");
    assert_eq!(words(), before);
    let closed = wait_for(Duration::from_secs(10), || {
        (privacy() == Some(Privacy::Own)).then_some(())
    });
    assert!(closed.is_some(), "it is the teacher’s own again");
}

/// Gives the page a photograph where it asks for one under this name.
pub(crate) fn picks_a_photograph(teacher: &Teacher, name: &str) {
    let file = teacher.browser.desk().join("证书.jpg");
    std::fs::write(&file, photograph(teacher)).expect("a file");
    teacher.picks(name, &file);
}
