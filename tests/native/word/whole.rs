//! What holds for the file as a whole.

use luoxuan::TextType;
use luoxuan::anonymity::{Names, anonymous};
use luoxuan::catalog::Language;
use luoxuan::manuscript::{Manuscript, Parts};
use luoxuan::office::word;
use luoxuan::record::Layout;
use luoxuan_tests::hostile;
use luoxuan_tests::texts::{self, article, manuscript_of, sections};

use super::{Album, everything, made, paragraphs, parts, text, well_formed};

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
