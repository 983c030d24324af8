//! Anonymity, on planted identities and on texts without any; `docs/anonymity.md` tells the figures.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use luoxuan::anonymity::{Names, anonymous, check};
use luoxuan::catalog::Language;
use luoxuan::draft::{ExportOptions, finish};
use luoxuan::manuscript::{Manuscript, Page, Picture};
use luoxuan::office::word;
use luoxuan::record::{EvidenceKind, Layout, PROFILE, Passage, Profile};
use luoxuan::{BlobId, Content, Document, Evidence, Index, Journal, RecordId};
use luoxuan_tests::identities::{Kind, names, plain, sentences};
use luoxuan_tests::texts::{Seeded, manuscript_of, png};
use proptest::prelude::*;

use crate::properties::{by, hold};

/// The letters of a text: what a reader's eye would put together.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The words of an XML or HTML text: what stands between its tags, then what stands in attributes.
fn said(xml: &str) -> String {
    let unescaped = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&")
    };
    let (mut words, mut attributes) = (String::new(), String::new());
    for piece in xml.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        words.push_str(&unescaped(text));
        for value in tag
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|value| !value.starts_with("data:"))
        {
            attributes.push('|');
            attributes.push_str(&unescaped(value));
        }
    }
    words + &attributes
}

/// Every file a manuscript becomes, by name.
fn outputs(manuscript: &Manuscript, album: &BTreeMap<BlobId, Picture>) -> Vec<(String, String)> {
    let layout = Layout::default();
    let page = Page {
        layout: &layout,
        language: Language::ZhHans,
        picture: &|_| Some(("image/png".into(), vec![1])),
        chart: &|chart| Some(chart.svg(Language::ZhHans)),
    };
    let mut all = vec![
        ("plain text".to_owned(), manuscript.plain(Language::ZhHans)),
        ("Markdown".to_owned(), manuscript.markdown(Language::ZhHans, &|_| None)),
        ("web page".to_owned(), said(&manuscript.html(&page))),
        ("pasted".to_owned(), said(&manuscript.html_to_paste(&page))),
    ];
    let file = word(manuscript, &layout, album, Language::ZhHans, &mut |_| {}).expect("a file");
    let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).expect("a package");
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a whole part");
        if !name.starts_with("word/media/") {
            all.push((name.clone(), said(&String::from_utf8(bytes).expect("UTF-8"))));
        }
        all.push(("names of parts".to_owned(), name));
    }
    all
}

/// Each sentence in a place of its own kind, and over again: a paragraph, a heading, a cell, a caption, …
fn placed(turn: usize) -> (Manuscript, BTreeMap<BlobId, Picture>) {
    let picture = png(&mut Seeded::new(7), 8, 8);
    let id = BlobId::of(&picture);
    let mut text = String::new();
    let (mut notes, mut cited) = (String::new(), Vec::new());
    let all: Vec<_> = sentences().into_iter().filter(|it| it.kind != Kind::Bare).collect();
    for (at, sentence) in all.iter().enumerate() {
        let said = sentence.text.replace('|', "");
        match (at + turn) % 10 {
            0 => text.push_str(&format!("## {said}\n\n")),
            1 => text.push_str(&format!("> {said}\n\n")),
            2 => text.push_str(&format!("- {said}\n\n没有别的。\n\n")),
            3 => text.push_str(&format!("表：{said}\n\n| 甲 | {said} |\n|---|---|\n| {said} | 3 |\n\n")),
            4 => text.push_str(&format!("![{said}](luoxuan:{id})\n\n")),
            5 => {
                text.push_str(&format!("见注[^{at}]。\n\n"));
                notes.push_str(&format!("[^{at}]: {said}\n\n"));
            }
            6 => text.push_str(&format!(
                "```chart bar {}\n人,数\n甲,3\n```\n\n",
                said.replace(['`', '\n'], "")
            )),
            7 if sentence.kind == Kind::Listed => cited.push(said),
            8 => text.push_str(&format!("```\n{said}\n```\n\n")),
            _ => text.push_str(&format!("{said}\n\n")),
        }
    }
    let mut manuscript = manuscript_of(&(text + &notes));
    let one = |at: usize| all[at % all.len()].text.clone();
    manuscript.title = one(turn);
    manuscript.subtitle = one(turn + 20);
    manuscript.summary = one(turn + 40);
    manuscript.keywords = vec![one(turn + 60), one(turn + 80)];
    manuscript.corner = one(turn + 100);
    manuscript.header = one(turn + 120);
    manuscript.references = cited;
    let picture = Picture {
        bytes: picture,
        ..Picture::default()
    };
    (manuscript, BTreeMap::from([(id, picture)]))
}

#[test]
fn no_planted_identity_can_be_read_in_any_file() {
    let all = sentences();
    let planted: Vec<&str> = all.iter().flat_map(|it| it.planted.iter().copied()).collect();
    assert!(planted.len() >= 150, "{}", planted.len());
    let scripts: BTreeSet<&str> = all.iter().map(|it| it.script).collect();
    assert_eq!(scripts.len(), 3);
    let named: Vec<&str> = all
        .iter()
        .filter(|it| it.kind != Kind::Bare)
        .flat_map(|it| it.planted.iter().copied())
        .collect();
    let names = names();
    for turn in 0..10 {
        let (manuscript, album) = placed(turn);
        let open = outputs(&manuscript, &album);
        let hidden = anonymous(&manuscript, &names, Language::ZhHans);
        for (file, text) in outputs(&hidden, &album) {
            let text = letters(&text);
            for name in &named {
                assert!(!text.contains(&letters(name)), "turn {turn}: {name} in {file}");
            }
        }
        // The names were there to be found.
        let open: String = open.iter().map(|(_, text)| letters(text)).collect();
        let seen = named.iter().filter(|name| open.contains(&letters(name))).count();
        assert!(seen * 10 >= named.len() * 9, "turn {turn}: {seen} of {}", named.len());
        let left = check(&hidden, &names, "");
        assert!(left.iter().all(|finding| !finding.sure), "{left:?}");
    }
}

#[test]
fn a_name_parted_by_cells_paragraphs_and_looks_is_still_a_name() {
    let names = names();
    let parted = [
        "最后写下的是林\n\n曉芳两个字。",
        "| 姓 | 名 |\n|---|---|\n| 林 | 晓芳 |\n| 欧阳 | 慧 |",
        "- 林晓\n- 芳",
        "由**林**晓*芳*执教。",
        "由林[^1]晓芳执教。\n\n[^1]: 晨光实验\n小学。",
        "买买提\n\n艾力",
        "> 晨光\n>\n> 实验小学",
    ];
    for text in parted {
        let hidden = anonymous(&manuscript_of(text), &names, Language::ZhHans);
        for (file, text) in outputs(&hidden, &BTreeMap::new()) {
            let text = letters(&text);
            for name in ["林晓芳", "林曉芳", "欧阳慧", "买买提艾力", "晨光实验小学"] {
                assert!(!text.contains(name), "{name} in {file}: {text}");
            }
        }
    }
}

#[test]
fn texts_in_which_nobody_can_be_recognised_stay_word_for_word() {
    let texts = plain();
    assert_eq!(texts.len(), 100);
    let masked: Vec<String> = texts
        .iter()
        .flat_map(|text| {
            let hits = Names::default().find(text).into_iter();
            hits.filter(|hit| hit.sure).map(|hit| text[hit.at].to_owned())
        })
        .collect();
    assert!(masked.is_empty(), "{masked:?}");
    for text in texts {
        assert_eq!(Names::default().mask(text, Language::ZhHans), text);
    }
}

/// How many planted identities are masked, how many are shown, and how many there are.
fn found(names: &Names, kind: Option<Kind>) -> [usize; 3] {
    let mut count = [0; 3];
    for sentence in sentences().iter().filter(|it| kind.is_none_or(|kind| it.kind == kind)) {
        let masked = letters(&names.mask(&sentence.text, Language::ZhHans));
        let hints = names.find(&sentence.text);
        let hints: Vec<String> = hints
            .iter()
            .filter(|hit| !hit.sure)
            .map(|hit| letters(&sentence.text[hit.at.clone()]))
            .collect();
        for planted in &sentence.planted {
            let planted = letters(planted);
            count[2] += 1;
            if !masked.contains(&planted) {
                count[0] += 1;
            } else if hints
                .iter()
                .any(|hint| hint.contains(&planted) || planted.contains(hint))
            {
                count[1] += 1;
            }
        }
    }
    count
}

#[test]
fn the_page_on_anonymity_tells_what_is_found() {
    let page = include_str!("../../docs/anonymity.md");
    let row = |name: &str, [masked, shown, all]: [usize; 3]| {
        let missed = all - masked - shown;
        let row = format!("| {name} | {all} | {masked} | {shown} | {missed} |");
        assert!(page.contains(&row), "docs/anonymity.md says otherwise than\n{row}");
    };
    let (known, nobody) = (names(), Names::default());
    row("with profile and list", found(&known, None));
    row("without any list", found(&nobody, None));
    row(
        "- named by profile, list or journal",
        found(&nobody, Some(Kind::Listed)),
    );
    row("- told by form", found(&nobody, Some(Kind::Form)));
    row("- told by nothing", found(&nobody, Some(Kind::Bare)));
    let texts = plain();
    let characters: usize = texts
        .iter()
        .map(|text| text.chars().filter(|it| !it.is_whitespace()).count())
        .sum();
    let hints: usize = texts.iter().map(|text| nobody.find(text).len()).sum();
    let thousandths = hints * 1_000_000 / characters;
    let said = format!(
        "{} texts, {characters} characters: nothing is masked, {hints} hints, {}.{:02} per 1,000 characters",
        texts.len(),
        thousandths / 1000,
        thousandths % 1000 / 10
    );
    assert!(page.contains(&said), "docs/anonymity.md says otherwise than\n{said}");
}

#[test]
fn whom_the_journal_names_is_hidden_in_its_texts() {
    let (document, spiral, evidence, entry) = (1, 2, 3, 4);
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let mut journal = Journal::new();
    let profile = Profile {
        name: "林晓芳".into(),
        school: "温州市晨光小学".into(),
        ..Profile::default()
    };
    journal.write(PROFILE, Content::of(&profile), by(1, 0));
    let quote = Evidence {
        sort: EvidenceKind::Interview,
        caption: "课间问了黄梓轩同学".into(),
        text: "叶知秋老师说：慢一点。".into(),
        ..Evidence::default()
    };
    journal.write(id(evidence), Content::of(&quote), by(1, 1));
    let written = luoxuan::Entry {
        spiral: Some(id(spiral)),
        author: "郑海洋".into(),
        body: "我问杨若曦同学为什么停下。".into(),
        ..luoxuan::Entry::default()
    };
    journal.write(id(entry), Content::of(&written), by(1, 2));
    let mut text = Document {
        title: "海洋里的声音".into(),
        spirals: vec![id(spiral)],
        ..Document::default()
    };
    let said = "黄梓轩把橡皮切开。知秋走过去。杨若曦没有停。郑海洋记了下来。海洋很大。溫州的雨。";
    text.pull(
        "origin",
        0,
        Passage {
            text: said.into(),
            ..Passage::default()
        },
    );
    journal.write(id(document), Content::of(&text), by(1, 3));
    let wish = ExportOptions {
        anonymous: true,
        ..ExportOptions::default()
    };
    let finished = finish(&Index::of(&journal), id(document), &wish, Language::ZhHans).expect("it is there");
    let text = finished.manuscript.plain(Language::ZhHans);
    for name in ["黄梓轩", "梓轩", "知秋", "杨若曦", "郑海洋", "溫州", "温州"] {
        assert!(!text.contains(name), "{name} in {text}");
    }
    assert_eq!(finished.names.looked().heard, 4);
    let looked = finished.names.looked().sentences(Language::ZhHans);
    assert!(
        looked[0].contains("手记里提到的4个人") && looked[1].contains("班级"),
        "{looked:?}"
    );
}

/// Pieces of which texts are made: names, what stands around them, and marks.
const PIECES: [&str; 34] = [
    "林晓芳",
    "林曉芳",
    "晓芳",
    "欧",
    "欧阳慧",
    "老师",
    "老師",
    "校长",
    "同学",
    "陈雨桐",
    "周",
    "王",
    "说",
    "，",
    "。",
    "\n",
    " ",
    "的",
    "和",
    "任教于",
    "晨光",
    "实验",
    "小学",
    "温州",
    "市",
    "鹿城区",
    "138",
    "00001234",
    "0577-88001234",
    "www.",
    "a.cn",
    "三（2）班",
    "X",
    "Teacher ",
];

#[test]
fn masking_twice_is_masking_once_and_changes_nothing_else() {
    let names = names();
    let texts = || prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..14);
    hold(1_000, texts, |pieces| {
        let text: String = pieces.concat();
        for language in Language::ALL {
            let once = names.mask(&text, language);
            prop_assert_eq!(&names.mask(&once, language), &once, "{:?}", text);
            // What is left of the text stands in it as it stood, in order.
            let hits = names.find(&text);
            prop_assert!(hits.windows(2).all(|pair| pair[0].at.end <= pair[1].at.start));
            let manuscript = manuscript_of(&text);
            let hidden = anonymous(&manuscript, &names, language);
            prop_assert_eq!(&anonymous(&hidden, &names, language), &hidden);
        }
        Ok(())
    });
}

#[test]
fn what_stands_outside_the_names_is_not_touched() {
    let names = names();
    for sentence in sentences() {
        let masked = names.mask(&sentence.text, Language::ZhHans);
        let mut rest = masked.as_str();
        let mut from = 0;
        // One pass is enough for a sentence, and what it leaves stands there letter for letter.
        for hit in names.find(&sentence.text).into_iter().filter(|hit| hit.sure) {
            let kept = &sentence.text[from..hit.at.start];
            let at = rest.find(kept).unwrap_or_else(|| panic!("{kept} in {masked}"));
            rest = &rest[at + kept.len()..];
            from = hit.at.end;
        }
        assert!(rest.ends_with(&sentence.text[from..]), "{masked}");
    }
    for text in plain() {
        let around = format!("{text}\n林晓芳\n{text}");
        assert_eq!(names.mask(&around, Language::ZhHans), format!("{text}\nX老师\n{text}"));
    }
}
