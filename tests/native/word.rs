//! The Word file, unpacked: layouts, structure, and what must not be in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use luoxuan::anonymity::{Names, anonymous, check};
use luoxuan::catalog::{Language, preset};
use luoxuan::manuscript::{Byline, Manuscript, Parts, Picture, Warning, clean};
use luoxuan::office::word;
use luoxuan::record::{Layout, Passage, Profile};
use luoxuan::{BlobId, Document, TextType};
use luoxuan_tests::hostile;
use luoxuan_tests::texts::{self, Seeded, article, manuscript_of, png, sections, sentence};

/// Everything in one text: every kind of block, and every kind of run.
const EVERYTHING: &str = include_str!("../data/everything.md");

type Album = BTreeMap<BlobId, Picture>;

fn made(manuscript: &Manuscript, layout: &Layout, album: &Album) -> Vec<u8> {
    word(manuscript, layout, album, Language::ZhHans, &mut |_| {})
        .expect("a Word file")
        .bytes
}

fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("a package");
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a whole part");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = parts.get(name).unwrap_or_else(|| panic!("{name} is there"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

fn text_of(parts: &BTreeMap<String, Vec<u8>>) -> String {
    text(parts, "word/document.xml")
}

/// The words of a part, whatever fields and runs they stand in.
fn words(xml: &str) -> String {
    let pieces = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    pieces.filter_map(|piece| piece.split("</w:t>").next()).collect()
}

/// The element with this start, as text.
fn element<'x>(xml: &'x str, start: &str, end: &str) -> &'x str {
    let from = xml.find(start).unwrap_or_else(|| panic!("{start} in {xml}"));
    let length = xml[from..].find(end).expect("its end");
    &xml[from..from + length]
}

fn style<'x>(styles: &'x str, id: &str) -> &'x str {
    element(styles, &format!("w:styleId=\"{id}\""), "</w:style>")
}

fn everything() -> (Manuscript, Album) {
    let mut seeded = Seeded::new(5);
    let bytes = png(&mut seeded, 300, 200);
    let id = BlobId::of(&bytes);
    let text = format!("{EVERYTHING}\n\n![学生习作](luoxuan:{id})\n");
    let picture = Picture {
        bytes,
        ..Picture::default()
    };
    let mut manuscript = manuscript_of(&text);
    manuscript.corner = "参评论文（语文）".into();
    manuscript.header = "论文评比".into();
    (manuscript, BTreeMap::from([(id, picture)]))
}

#[test]
fn three_profiles_are_laid_out_as_their_notices_ask() {
    let (manuscript, album) = everything();
    for (rules, half_points, line) in [
        ("general", 24, "w:line=\"360\" w:lineRule=\"auto\""),
        ("city_lesson_design", 21, "w:line=\"300\" w:lineRule=\"auto\""),
        ("district_case", 28, "w:line=\"360\" w:lineRule=\"auto\""),
        ("city_story", 24, "w:line=\"480\" w:lineRule=\"exact\""),
    ] {
        let rules = preset(rules).expect("rules").rules(Language::ZhHans);
        let parts = parts(&made(&manuscript, &rules.layout, &album));
        let styles = text(&parts, "word/styles.xml");
        let body = style(&styles, "BodyText");
        assert!(body.contains("w:eastAsia=\"宋体\""), "{body}");
        assert!(body.contains("w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\""));
        assert!(
            body.contains(&format!(
                "<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"
            )),
            "{body}"
        );
        assert!(body.contains(line), "{body}");
        let indent = format!("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{}\"/>", half_points * 20);
        assert!(body.contains(&indent), "{body}");
        assert!(style(&styles, "Title").contains("<w:jc w:val=\"center\"/>"));
        let document = text(&parts, "word/document.xml");
        assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
        let margins = "w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\"";
        assert!(document.contains(margins));
    }
    let title = |rules: &str| {
        let rules = preset(rules).expect("rules").rules(Language::ZhHans);
        let parts = parts(&made(&manuscript, &rules.layout, &album));
        style(&text(&parts, "word/styles.xml"), "Title").to_owned()
    };
    assert!(title("general").contains("w:eastAsia=\"黑体\"") && title("general").contains("<w:sz w:val=\"32\"/>"));
    assert!(
        title("city_story").contains("w:eastAsia=\"宋体\"") && title("city_story").contains("<w:sz w:val=\"30\"/>")
    );
}

#[test]
fn every_style_says_both_its_fonts() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let styles = text(&parts, "word/styles.xml");
    let runs: Vec<&str> = styles.split("<w:rPr>").skip(1).collect();
    // docDefaults, 18 paragraph styles and 3 for runs.
    assert_eq!(runs.len(), 22);
    for run in runs {
        assert!(run.starts_with("<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\""));
        let run = run.split("</w:rPr>").next().expect("its end");
        assert!(run.contains("<w:sz w:val=") && run.contains("<w:szCs w:val="), "{run}");
    }
    for part in ["word/numbering.xml", "word/header1.xml", "word/footer1.xml"] {
        let part = text(&parts, part);
        assert_eq!(part.matches("<w:rPr>").count(), part.matches("w:eastAsia=").count());
    }
    let chart = text(&parts, "word/charts/chart1.xml");
    assert!(chart.contains("<a:ea typeface=\"宋体\"/>"));
}

#[test]
fn the_structure_is_words_own() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let styles = text(&parts, "word/styles.xml");
    let numbering = text(&parts, "word/numbering.xml");
    for level in 1..=4 {
        let heading = style(&styles, &format!("Heading{level}"));
        assert!(heading.contains(&format!("<w:name w:val=\"heading {level}\"/>")));
        assert!(heading.contains(&format!("<w:outlineLvl w:val=\"{}\"/>", level - 1)));
        assert!(heading.contains(&format!("<w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/>", level - 1)));
        assert!(numbering.contains(&format!("<w:pStyle w:val=\"Heading{level}\"/>")));
    }
    for (text, format) in [
        ("%1、", "chineseCountingThousand"),
        ("（%2）", "chineseCountingThousand"),
        ("%3.", "decimal"),
    ] {
        let level = numbering
            .split("<w:lvl ")
            .find(|level| level.contains(&format!("<w:lvlText w:val=\"{text}\"/>")));
        assert!(
            level
                .expect("a level")
                .contains(&format!("<w:numFmt w:val=\"{format}\"/>")),
            "{text}"
        );
    }
    let document = text(&parts, "word/document.xml");
    let table = element(&document, "<w:tbl>", "</w:tbl>");
    assert!(table.contains("<w:tblHeader/>"));
    let before = &document[..document.find("<w:tbl>").expect("a table")];
    assert!(
        before
            .rsplit("<w:p>")
            .next()
            .expect("a caption")
            .starts_with("<w:pPr><w:pStyle w:val=\"Caption\"/>")
    );
    assert!(document.contains("<w:rStyle w:val=\"Citation\"/></w:rPr><w:t xml:space=\"preserve\">[1]</w:t>"));
    assert!(document.contains("<w:footnoteReference w:id=\"1\"/>"));
    let notes = text(&parts, "word/footnotes.xml");
    assert!(notes.contains("<w:footnote w:id=\"1\">") && notes.contains("三秒钟"));
    assert_eq!(
        document.matches("<w:tbl>").count(),
        1,
        "a chart has no table of the same values under it"
    );
    let told = "三年级学生习作的最大困难（n=121）: 不知道写什么：52人；";
    assert!(
        document.contains(told),
        "its values are told to those who do not see it"
    );
    assert!(document.contains("<c:chart r:id=\"") && document.contains("<w:strike/>") && document.contains("<w:b/>"));
    let footer = text(&parts, "word/footer1.xml");
    assert!(footer.contains("> PAGE </w:instrText>") && footer.contains("<w:jc w:val=\"center\"/>"));
    assert!(text(&parts, "word/header1.xml").contains("参评论文（语文）"));
    assert!(document.contains("<w:titlePg/>"));
}

/// Word counts figures and tables itself, and what names one follows; what names none of them is words.
#[test]
fn numbers_of_figures_and_tables_are_fields() {
    let text = "由表1、**图1**和图2可见，课本图7不算。\n\n```chart bar 字数\n次,字\n一,96\n```\n\n表：人数\n\n\
                |月|人|\n|--|--|\n|九|6|\n\n```chart bar 人数\n次,人\n一,6\n```";
    let parts = parts(&made(&manuscript_of(text), &Layout::default(), &Album::new()));
    let document = text_of(&parts);
    for (name, kind) in [("Figure1", "图"), ("Table1", "表"), ("Figure2", "图")] {
        let mark = element(&document, &format!("w:name=\"_Ref{name}\"/>"), "<w:bookmarkEnd");
        assert!(
            mark.contains(&format!("<w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \">")),
            "{mark}"
        );
        let named = format!("<w:fldSimple w:instr=\" REF _Ref{name} \\h \">");
        assert_eq!(document.matches(&named).count(), 1, "{name}");
    }
    assert_eq!(document.matches(" REF ").count(), 3);
    assert!(words(&document).contains("由表1、图1和图2可见，课本图7不算。"));
    let ids: BTreeSet<_> = document
        .split("<w:bookmarkStart w:id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), 3);
}

/// 附录 has no running number, and what stands below it begins anew: counted by a list of its own, because a list goes on
/// from heading to heading.
#[test]
fn what_is_attached_is_a_heading_without_a_number() {
    let mut document = Document::default();
    for (name, text) in [
        ("origin", "正文\n\n## 起因\n\n正文"),
        ("appendix", "问卷\n\n## 题目\n\n正文"),
    ] {
        let passage = Passage {
            text: text.into(),
            ..Passage::default()
        };
        document.pull(name, 0, passage);
    }
    let sections = [("origin", "问题缘起"), ("appendix", "附录")].map(|(name, heading)| (name.into(), heading.into()));
    let manuscript = Manuscript::of(&document, &sections, Parts::default());
    let parts = parts(&made(&manuscript, &Layout::default(), &Album::new()));
    let document = text(&parts, "word/document.xml");
    let of = |words: &str| {
        let before = &document[..document.find(&format!(">{words}<")).expect("a heading")];
        before.rsplit("<w:p>").next().expect("its paragraph").to_owned()
    };
    assert!(
        of("附录")
            .starts_with("<w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/>")
    );
    assert!(
        of("题目")
            .starts_with("<w:pPr><w:pStyle w:val=\"Heading2\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/>")
    );
    assert!(!of("起因").contains("numPr"), "its style numbers it");
    let numbering = text(&parts, "word/numbering.xml");
    assert!(element(&numbering, "<w:num w:numId=\"2\">", "</w:num>").contains("<w:startOverride w:val=\"1\"/>"));
}

#[test]
fn every_part_is_named_typed_and_well_formed() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let types = text(&parts, "[Content_Types].xml");
    for name in parts
        .keys()
        .filter(|name| name.starts_with("word/") && !name.contains("/media/") && !name.contains("/_rels/"))
    {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    let relations = text(&parts, "word/_rels/document.xml.rels");
    for target in relations
        .split("Target=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("a target"))
    {
        assert!(parts.contains_key(&format!("word/{target}")), "{target}");
    }
    let document = text(&parts, "word/document.xml");
    for reference in document.split("r:id=\"").chain(document.split("r:embed=\"")).skip(1) {
        let id = reference.split('"').next().expect("an id");
        assert!(
            !id.starts_with("rId") || relations.contains(&format!("Id=\"{id}\"")),
            "{id}"
        );
    }
    for (name, bytes) in &parts {
        if !name.starts_with("word/media/") {
            well_formed(name, std::str::from_utf8(bytes).expect("UTF-8"));
        }
    }
}

/// Every element that opens is closed in its place.
fn well_formed(name: &str, xml: &str) {
    let mut open = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{name}: {tag}"));
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{name}");
        } else if !tag.starts_with('?') && !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
}

#[test]
fn a_picture_keeps_its_pixels_and_loses_its_author() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let picture = album.values().next().expect("a picture");
    let kept = &parts["word/media/image1.png"];
    assert_eq!(*kept, clean(&picture.bytes).bytes);
    let has = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(has(&picture.bytes, "林晓禾".as_bytes()) && !has(kept, "林晓禾".as_bytes()));
    assert!(has(kept, b"IDAT") && !has(kept, b"tEXt"));
    // 300 by 200 pixels at 96 a inch.
    assert!(text(&parts, "word/document.xml").contains("<wp:extent cx=\"2857500\" cy=\"1905000\"/>"));
}

#[test]
fn two_pictures_of_one_thing_stand_side_by_side_in_one_figure() {
    let mut seeded = Seeded::new(7);
    let pictures = [(900, 600), (800, 600)].map(|(width, height)| png(&mut seeded, width, height));
    let [a, b] = pictures.each_ref().map(|bytes| BlobId::of(bytes));
    let picture = |bytes: &Vec<u8>| Picture {
        bytes: bytes.clone(),
        ..Picture::default()
    };
    let album: Album = pictures
        .iter()
        .map(|bytes| (BlobId::of(bytes), picture(bytes)))
        .collect();
    let text = format!("初稿和改稿放在一起（见图1）。\n\n![初稿与改稿](luoxuan:{a}) ![](luoxuan:{b})");
    let mut manuscript = manuscript_of(&text);
    let document = self::text(
        &parts(&made(&manuscript, &Layout::default(), &album)),
        "word/document.xml",
    );
    let figure = element(&document, "<w:pStyle w:val=\"Figure\"/>", "</w:p>");
    assert_eq!(figure.matches("<w:drawing>").count(), 2, "in one paragraph");
    assert_eq!(document.matches("descr=\"初稿与改稿\"").count(), 2);
    let widths: Vec<u64> = figure
        .split("<wp:extent cx=\"")
        .skip(1)
        .map(|rest| {
            rest.split('"')
                .next()
                .and_then(|number| number.parse().ok())
                .expect("a width")
        })
        .collect();
    // A4 less its margins is 9,072 twips wide, 635 units each.
    assert!(widths.iter().sum::<u64>() < 9_072 * 635, "{widths:?}");
    let plain = words(&document);
    assert!(plain.contains("图1　初稿与改稿") && plain.contains("（见图1）"));

    manuscript.withhold(&[b].into(), Language::ZhHans);
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let document = self::text(&parts, "word/document.xml");
    assert!(!document.contains("<w:drawing>") && !parts.keys().any(|name| name.starts_with("word/media/")));
    let plain = words(&document);
    assert!(plain.contains("（图略：涉及隐私）") && plain.contains("图1　初稿与改稿"));
}

#[test]
fn a_photograph_stands_upright_without_what_the_camera_wrote() {
    // A phone held upright: 40 by 30 as stored, to be turned to the right.
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    exif.extend_from_slice(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0Somewhere 31.2N");
    let mut bytes = b"\xff\xd8\xff\xe1".to_vec();
    bytes.extend_from_slice(&u16::try_from(exif.len() + 2).expect("small").to_be_bytes());
    bytes.extend_from_slice(&exif);
    bytes.extend_from_slice(
        b"\xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0\xff\xfe\0\x08SECRET\xff\xda\0\x02\x12\xff\0\x34\xff\xd9tail",
    );
    let id = BlobId::of(&bytes);
    let picture = Picture {
        bytes,
        ..Picture::default()
    };
    let manuscript = manuscript_of(&format!("![合影](luoxuan:{id})"));
    let parts = parts(&made(&manuscript, &Layout::default(), &BTreeMap::from([(id, picture)])));
    let kept = &parts["word/media/image1.jpeg"];
    assert!(kept.ends_with(b"\xff\xda\0\x02\x12\xff\0\x34\xff\xd9"));
    for words in [&b"Somewhere"[..], b"SECRET", b"tail", b"Exif"] {
        assert!(!kept.windows(words.len()).any(|window| window == words));
    }
    let document = text(&parts, "word/document.xml");
    assert!(
        document.contains("<wp:extent cx=\"285750\" cy=\"381000\"/>"),
        "{document}"
    );
    assert!(
        document.contains(
            "<a:xfrm rot=\"5400000\" flipH=\"0\"><a:off x=\"0\" y=\"0\"/><a:ext cx=\"381000\" cy=\"285750\"/>"
        )
    );
}

#[test]
fn a_picture_word_may_not_show_or_that_is_gone_is_told() {
    let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0".to_vec();
    let (there, gone) = (BlobId::of(&webp), BlobId::of(b"gone"));
    let picture = Picture {
        bytes: webp,
        ..Picture::default()
    };
    let manuscript = manuscript_of(&format!("![甲](luoxuan:{there})\n\n![乙](luoxuan:{gone})"));
    let album = BTreeMap::from([(there, picture)]);
    let word = word(&manuscript, &Layout::default(), &album, Language::ZhHans, &mut |_| {}).expect("a file");
    assert_eq!(word.warnings, [Warning::WebP(there), Warning::Missing(gone)]);
    let parts = parts(&word.bytes);
    assert!(parts.contains_key("word/media/image1.webp"));
    assert!(text(&parts, "word/document.xml").contains("图片不在本机"));
}

#[test]
fn no_file_says_who_made_it_when() {
    let (manuscript, album) = everything();
    let file = made(&manuscript, &Layout::default(), &album);
    let parts = parts(&file);
    let core = text(&parts, "docProps/core.xml");
    assert!(
        core.contains("<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"),
        "{core}"
    );
    assert!(!core.contains("created") && !core.contains("modified>"));
    assert!(text(&parts, "docProps/app.xml").contains("<Company></Company>"));
    let all: String = parts.keys().map(String::as_str).collect();
    assert!(!all.contains("comments") && !all.contains("custom"));
    assert!(!text(&parts, "word/document.xml").contains("rsid"));
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let (text, album) = article(11, 2000, 4, 3);
    let manuscript = manuscript_of(&text);
    let first = made(&manuscript, &Layout::default(), &album);
    assert!(first == made(&manuscript, &Layout::default(), &album));
}

#[test]
fn progress_comes_to_its_end() {
    let (manuscript, album) = everything();
    let mut steps = Vec::new();
    let layout = Layout::default();
    word(&manuscript, &layout, &album, Language::ZhHans, &mut |step| {
        steps.push(step);
    })
    .expect("a file");
    assert!(steps.windows(2).all(|pair| pair[1].done == pair[0].done + 1));
    assert_eq!(
        steps.last().map(|step| (step.done, step.of)),
        Some((manuscript.blocks.len(), manuscript.blocks.len()))
    );
}

#[test]
fn characters_xml_cannot_hold_do_not_break_the_file() {
    let mut manuscript = manuscript_of("甲\u{1}乙\u{fffe}丙&<>\"'\u{8}]]>\n\n`\u{c}`");
    manuscript.title = "题\u{0}目<&>".into();
    let parts = parts(&made(&manuscript, &Layout::default(), &Album::new()));
    let document = text(&parts, "word/document.xml");
    well_formed("word/document.xml", &document);
    assert!(document.contains("题目&lt;&amp;&gt;") && document.contains("甲乙丙&amp;&lt;"));
}

#[test]
fn what_means_harm_becomes_a_file_that_opens() {
    for input in hostile::inputs() {
        let manuscript = manuscript_of(&input);
        let hidden = anonymous(&manuscript, &Names::default(), Language::ZhHans);
        let parts = parts(&made(&hidden, &Layout::default(), &Album::new()));
        for part in ["word/document.xml", "word/footnotes.xml", "word/numbering.xml"] {
            well_formed(part, &text(&parts, part));
        }
    }
}

#[test]
fn the_worked_texts_become_files_with_all_their_words() {
    for kind in TextType::THREE {
        let document = texts::text(kind);
        assert!((5..=7).contains(&document.sections.len()));
        let manuscript = Manuscript::of(&document, &sections(kind), Parts::default());
        let parts = parts(&made(&manuscript, &Layout::default(), &Album::new()));
        let said = paragraphs(&text(&parts, "word/document.xml")).join("\n");
        for (_, _, passage) in document.passages() {
            for line in passage.text.lines().filter(|line| !line.is_empty()) {
                assert!(said.contains(line), "{line}");
            }
        }
        let titled = manuscript.subtitle.is_empty() || said.contains(&format!("——{}", manuscript.subtitle));
        assert!(said.starts_with(&manuscript.title) && titled);
    }
}

/// The words of each paragraph of a part, whatever runs they stand in.
fn paragraphs(xml: &str) -> Vec<String> {
    let unescape = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&apos;", "'").replace("&amp;", "&")
    };
    let mut all = Vec::new();
    for paragraph in xml.split("</w:p>") {
        let mut said = String::new();
        for piece in paragraph.split('<').filter(|piece| !piece.starts_with('/')) {
            if let Some((tag, text)) = piece.split_once('>') {
                if !tag.starts_with('?') {
                    said.push_str(&unescape(text));
                }
                // Words of drawings and properties stand in attributes.
                for value in tag.split('"').skip(1).step_by(2) {
                    all.push(unescape(value));
                }
            }
        }
        all.push(said);
    }
    let (values, paragraphs): (Vec<String>, Vec<String>) = all.into_iter().partition(|text| text.is_ascii());
    drop(values);
    paragraphs
}

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
        text.push_str(&match shape {
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
            5 => format!("\n\n![{}的课](luoxuan:{id})\n\n", next()),
            6 => format!("见注[^1]。\n\n[^1]: 由{}提供，{}核对。\n\n", next(), next()),
            _ => format!(
                "\n\n```chart bar 对比{}\n人,{}\n{},3\n乙,4\n```\n\n",
                next(),
                next(),
                next()
            ),
        });
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

#[test]
fn each_language_has_its_own_fonts_and_numbers() {
    let (manuscript, album) = everything();
    let parts_in = |language| {
        let word = word(&manuscript, &Layout::default(), &album, language, &mut |_| {}).expect("a file");
        parts(&word.bytes)
    };
    let traditional = parts_in(Language::ZhHant);
    assert!(style(&text(&traditional, "word/styles.xml"), "BodyText").contains("w:eastAsia=\"新細明體\""));
    assert!(text(&traditional, "word/styles.xml").contains("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-TW\""));
    let english = parts_in(Language::En);
    assert!(text(&english, "word/numbering.xml").contains("<w:lvlText w:val=\"%1.%2\"/>"));
    assert!(words(&text(&english, "word/document.xml")).contains("Table 1"));
}

#[test]
fn a_crowded_table_breaks_its_head_before_its_values() {
    let head = "| 日期 | 篇均字数（字） | 有细节（人） | 有焦点（人） | 主动修改（人） | 带原句的同伴意见（条） |";
    let row = "| 2025-09-11 | 158 | 30（71.4%） | 22（52.4%） | 29（69.0%） | 33（78.6%） |";
    let table = format!("表：各项指标\n\n{head}\n|---|--:|--:|--:|--:|--:|\n{row}");
    let parts = parts(&made(&manuscript_of(&table), &Layout::default(), &Album::new()));
    let document = text(&parts, "word/document.xml");
    let widths: Vec<u32> = document
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect();
    // Table text of 10.5 points: a Latin letter takes 105 twips, a Chinese one 210, and 216 are kept clear.
    let needs = [10 * 105, 3 * 105, 11 * 105, 11 * 105, 11 * 105, 11 * 105].map(|needs| needs + 216);
    for (width, needs) in widths.iter().zip(needs) {
        assert!(*width >= needs, "{widths:?}");
    }
    assert!(widths.iter().sum::<u32>() <= 11_906 - 2 * 1417);
}
