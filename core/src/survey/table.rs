//! Tables as Markdown, with the paragraph in front that is their caption.

use crate::catalog::{Language, Words, fill, words::survey::said};

/// A piece of the catalog with its values put in.
pub(crate) fn say(piece: Words, language: Language, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    fill(piece.in_(language), values)
}

/// A text that Markdown takes literally, on one line.
pub(crate) fn literal(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.trim().chars().peekable();
    while let Some(character) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let mark = matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~')
            || (character == '<' && (next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')))
            || (character == '&' && (next.is_ascii_alphabetic() || next == '#'));
        if mark {
            safe.push('\\');
        }
        safe.push(if character.is_control() { ' ' } else { character });
    }
    safe
}

/// A table with its caption in front and a note below, each a paragraph. The first column holds names, to the left; the
/// others hold figures, to the right.
pub(crate) fn table(caption: &str, head: &[&str], rows: &[Vec<String>], note: &str) -> String {
    aligned(caption, head, rows, note, |at| if at == 0 { "---" } else { "--:" })
}

/// A table in which some columns besides the first hold words, by their places.
pub(crate) fn words_table(caption: &str, head: &[&str], rows: &[Vec<String>], note: &str, words: &[usize]) -> String {
    aligned(caption, head, rows, note, |at| {
        if at == 0 || words.contains(&at) { "---" } else { "--:" }
    })
}

fn aligned(
    caption: &str,
    head: &[&str],
    rows: &[Vec<String>],
    note: &str,
    align: impl Fn(usize) -> &'static str,
) -> String {
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let mut text = format!("{}\n\n", caption.trim());
    text.push_str(&line(&mut head.iter().map(|cell| literal(cell))));
    text.push_str(&line(&mut (0..head.len()).map(|at| align(at).to_owned())));
    for row in rows {
        text.push_str(&line(&mut row.iter().map(|cell| literal(cell))));
    }
    if !note.trim().is_empty() {
        text.push_str(&format!("\n{}\n", note.trim()));
    }
    text.trim_end().to_owned()
}

/// The caption of a table with its n.
pub(crate) fn caption(name: &str, n: u64, language: Language) -> String {
    let name = literal(name);
    if n == 0 {
        return say(said::CAPTION_BARE, language, &[("name", &name)]);
    }
    say(said::CAPTION, language, &[("name", &name), ("n", &n)])
}
