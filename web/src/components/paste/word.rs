//! Lists as Word writes them: paragraphs, each with its sign in a span of its own.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// An item of a list of Word's.
pub(super) struct Item {
    /// How deep it stands, from 0.
    pub(super) level: usize,
    /// What it begins with.
    pub(super) sign: Sign,
}

/// What an item begins with.
#[derive(Debug, PartialEq)]
pub(super) enum Sign {
    Bullet,
    Number(u32),
    /// A number that Markdown has no list for: 一、 (a) ①.
    Other(String),
    /// It has no span of its own: it stands at the beginning of the words, if anywhere.
    InWords,
}

/// Whether an element holds the sign of an item, which is read with the item.
pub(super) fn is_sign(element: &Element) -> bool {
    let style = element.get_attribute("style").unwrap_or_default();
    let style = style
        .split_once("mso-list")
        .map(|(_, behind)| behind.trim_start_matches([':', ' ']));
    style.is_some_and(|says| says.get(..6).is_some_and(|says| says.eq_ignore_ascii_case("ignore")))
}

/// The item that a paragraph is, if it is one.
pub(super) fn item(paragraph: &Element) -> Option<Item> {
    let style = paragraph.get_attribute("style").unwrap_or_default();
    let list = style
        .split_once("mso-list:")
        .map(|(_, behind)| behind.split(';').next().unwrap_or_default());
    let level = list.and_then(|list| {
        let (_, behind) = list.split_once("level")?;
        let figures = behind.bytes().take_while(u8::is_ascii_digit).count();
        behind.get(..figures)?.parse::<usize>().ok()
    });
    if level.is_none() && !paragraph.class_name().contains("MsoListParagraph") {
        return None;
    }
    let spans = paragraph.query_selector_all("[style*=mso-list]").ok()?;
    let sign = (0..spans.length())
        .filter_map(|at| spans.item(at)?.dyn_into::<Element>().ok())
        .find(is_sign);
    Some(Item {
        level: level.unwrap_or(1).clamp(1, 9) - 1,
        sign: sign.map_or(Sign::InWords, |sign| of(&sign.text_content().unwrap_or_default())),
    })
}

/// The sign that a text is.
pub(super) fn of(text: &str) -> Sign {
    let text = text.trim_matches(|edge: char| edge.is_whitespace());
    let number = text
        .strip_suffix(['.', ')', '、', '．'])
        .and_then(|number| number.parse().ok());
    match number {
        Some(number) => Sign::Number(number),
        // `o` is the ring that Word's second level begins with, in a font of its own.
        None if text.chars().count() < 2 && !text.chars().any(char::is_numeric) => Sign::Bullet,
        None => Sign::Other(text.to_owned()),
    }
}

/// What the words begin with, where the sign stands in them, and the words behind it.
pub(super) fn in_words(text: &str) -> (Sign, &str) {
    let text = text.trim_start();
    let behind = text.trim_start_matches(['·', '•', '§', 'Ø', '\u{f06c}', '\u{f0b7}', ' ']);
    if behind.len() < text.len() {
        return (Sign::Bullet, behind);
    }
    match text.split_once(' ') {
        Some((sign, words)) if matches!(of(sign), Sign::Number(_)) => (of(sign), words.trim_start()),
        _ => (Sign::Bullet, text),
    }
}
