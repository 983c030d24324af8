//! Who wrote it: in a signed file, and nowhere in an anonymous one.

use std::collections::BTreeMap;

use luoxuan::BlobId;
use luoxuan::anonymity::{Names, anonymous, check};
use luoxuan::catalog::Language;
use luoxuan::manuscript::{Byline, Manuscript, Picture};
use luoxuan::record::{Layout, Profile};
use luoxuan_tests::texts::{Seeded, manuscript_of, png, sentence};

use super::{Album, everything, made, paragraphs, parts, text};

/// What may stand in a text about the teacher, and must not stand in its anonymous file.
const SECRETS: [&str; 15] = [
    "林晓禾",
    "晓禾",
    "青禾市清溪区晨光小学",
    "清溪区晨光小学",
    "晨光小学",
    "晨光小",
    "晨小",
    "青禾",
    "清溪",
    "欧阳明",
    "周云帆",
    "Li Wei",
    "小脚丫课程",
    "东湖实验",
    "2025JK013",
];

const PLANTS: [&str; 20] = [
    "林晓禾",
    "林晓禾老师",
    "林老师",
    "晓禾",
    "青禾市清溪区晨光小学",
    "清溪区晨光小学",
    "晨光小学",
    "晨光小",
    "晨小",
    "青禾市",
    "清溪区",
    "欧阳明",
    "欧阳主任",
    "周云帆",
    "周校长",
    "Li Wei",
    "小脚丫课程",
    "笔者所在的东湖实验小学",
    "（课题编号：2025JK013）",
    "林 晓 禾",
];

/// Names in a place of one of eight shapes: in words, under a heading, half of them bold, in a list, a table, below a
/// picture, in a note, in a chart.
fn in_a_place(shape: usize, picture: BlobId, next: &mut dyn FnMut() -> &'static str) -> String {
    match shape {
        0 => format!("这是{}说的。\n\n", next()),
        1 => format!("\n\n## 跟{}学\n\n> 看见{}写道\n\n", next(), next()),
        // Half of the name is bold.
        2 => {
            let name = next();
            let half = name.chars().count() / 2;
            let (front, back): (String, String) =
                (name.chars().take(half).collect(), name.chars().skip(half).collect());
            format!("听**{front}**{back}说。\n\n")
        }
        3 => format!("\n\n- 问{}\n  1. 请教{}\n\n", next(), next()),
        4 => format!(
            "\n\n表：对照{}\n\n| 人 | {} |\n|---|---|\n| {} | 3 |\n\n",
            next(),
            next(),
            next()
        ),
        5 => format!("\n\n![{}的课](luoxuan:{picture})\n\n", next()),
        6 => format!("见注[^1]。\n\n[^1]: 由{}提供，{}核对。\n\n", next(), next()),
        _ => format!(
            "\n\n```chart bar 对比{}\n人,{}\n{},3\n乙,4\n```\n\n",
            next(),
            next(),
            next()
        ),
    }
}

/// A text with thirty names planted in every kind of place.
fn planted(seeded: &mut Seeded) -> (Manuscript, Album) {
    let mut plants = (0..30)
        .map(|at| {
            if at < PLANTS.len() {
                PLANTS[at]
            } else {
                seeded.pick(&PLANTS)
            }
        })
        .collect::<Vec<_>>();
    for at in (1..plants.len()).rev() {
        plants.swap(at, seeded.below(at + 1));
    }
    let mut plants = plants.into_iter();
    let mut next = || plants.next().expect("thirty are enough");
    let bytes = png(seeded, 8, 8);
    let id = BlobId::of(&bytes);
    let mut text = String::new();
    for shape in 0..8 {
        text.push_str(sentence(seeded));
        text.push_str(&in_a_place(shape, id, &mut next));
    }
    let mut manuscript = manuscript_of(&text);
    manuscript.title = format!("跟{}学写作", next());
    manuscript.subtitle = format!("以{}为例", next());
    manuscript.summary = format!("本文由{}执笔，{}指导。", next(), next());
    manuscript.keywords = vec![next().into(), "习作".into()];
    manuscript.references = vec![format!("{}. 题[J]. 某刊, 2024.", next())];
    manuscript.corner = format!("参评：{}", next());
    manuscript.header = format!("{}编", next());
    let rest: Vec<&str> = plants.collect();
    assert!(rest.len() < 10);
    let tail = manuscript_of(&rest.join("。\n\n还有"));
    manuscript.blocks.extend(tail.blocks.into_iter().skip(1));
    let picture = Picture {
        bytes,
        ..Picture::default()
    };
    (manuscript, BTreeMap::from([(id, picture)]))
}

#[test]
fn no_planted_name_is_in_any_part_of_an_anonymous_file() {
    let profile = Profile {
        name: "林晓禾".into(),
        school: "青禾市清溪区晨光小学".into(),
        ..Profile::default()
    };
    let persons = ["欧阳明", "周云帆", "Li Wei"].map(str::to_owned);
    let names = Names::of(&profile, &persons, &["小脚丫课程".to_owned()]);
    for seed in 0..50 {
        let (manuscript, album) = planted(&mut Seeded::new(seed));
        let signed = parts(&made(&manuscript, &Layout::default(), &album));
        let hidden = anonymous(&manuscript, &names, Language::ZhHans);
        let parts = parts(&made(&hidden, &Layout::default(), &album));
        let mut seen_signed = 0;
        for (name, bytes) in &parts {
            let raw = String::from_utf8_lossy(bytes);
            let joined = paragraphs(&raw);
            let bare = |text: &str| {
                text.chars()
                    .filter(|character| !character.is_whitespace())
                    .collect::<String>()
            };
            for secret in SECRETS {
                assert!(!raw.contains(secret), "seed {seed}: {secret} in {name}");
                let secret = bare(secret);
                let found = joined.iter().find(|paragraph| bare(paragraph).contains(&secret));
                assert!(found.is_none(), "seed {seed}: {secret} in {name}: {found:?}");
            }
            let open = String::from_utf8_lossy(&signed[name]).into_owned();
            seen_signed += SECRETS.iter().filter(|secret| open.contains(*secret)).count();
        }
        // The names were there to be found.
        assert!(seen_signed >= 15, "seed {seed}: {seen_signed}");
        let left = check(&hidden, &names, "起步习作.docx");
        assert!(
            left.iter().all(|finding| !finding.leak.is_masked()),
            "seed {seed}: {left:?}"
        );
    }
}

#[test]
fn a_signed_file_has_its_byline_and_an_anonymous_one_has_none() {
    let (mut manuscript, album) = everything();
    manuscript.byline = Byline {
        name: "林晓禾".into(),
        unit: vec!["晨光小学".into()],
    };
    let signed = text(
        &parts(&made(&manuscript, &Layout::default(), &album)),
        "word/document.xml",
    );
    assert_eq!(signed.matches("<w:pStyle w:val=\"Author\"/>").count(), 2);
    let hidden = anonymous(&manuscript, &Names::default(), Language::ZhHans);
    let hidden = text(&parts(&made(&hidden, &Layout::default(), &album)), "word/document.xml");
    assert_eq!(hidden.matches("<w:pStyle w:val=\"Author\"/>").count(), 0);
}
