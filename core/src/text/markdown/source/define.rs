//! Link definitions: `[name]: address` on a line of its own.
//!
//! CommonMark takes such a line out of the text, whether or not anything uses it, so `[师]: 你看到了什么？` and
//! `[1]: 王某.题名[J].` would be gone. One that is used and leads somewhere is a definition; every other is text.

use std::collections::BTreeSet;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::begin::brackets;
use super::{Sign, Signs, Source};
use crate::text::markdown::link::{self, safe_link};

/// No label is longer, by the syntax.
const LONGEST: usize = 1_000;

/// The signs in front of what only looks like a definition.
pub(super) fn signs(source: &Source<'_>) -> Signs {
    if !source.text.contains("]:") {
        return Vec::new();
    }
    let found: Vec<_> = brackets(&source.text)
        .filter(|(_, at)| defines(source.text.get(*at..).unwrap_or_default()))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    let used = used(source);
    let mut signs = Signs::new();
    for (line, at) in found {
        if !used.contains(&at) {
            // Before the bracket, so that the line defines nothing, and behind it, so that it is no link either.
            signs.extend([(at, Sign::Glue), (at + 1, Sign::Glue)]);
        } else if !signs.is_empty() && in_quotations(source.text.get(line..at).unwrap_or_default()) {
            // Behind text it would be the next line of a paragraph.
            signs.push((line, Sign::Apart { from: at }));
        }
    }
    signs
}

fn in_quotations(before: &str) -> bool {
    before.chars().all(|character| matches!(character, ' ' | '\t' | '>'))
}

/// Whether a bracket closes with a colon behind it.
fn defines(text: &str) -> bool {
    let mut bytes = text.bytes().take(LONGEST).enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'[' => return false,
            b']' => return text.as_bytes().get(at + 1) == Some(&b':'),
            _ => {}
        }
    }
    false
}

/// Where the definitions begin that something uses and that lead somewhere.
fn used(source: &Source<'_>) -> BTreeSet<usize> {
    let mut names = BTreeSet::new();
    let mut parser = source.parser();
    for event in parser.by_ref() {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event
            && matches!(
                link_type,
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
            )
        {
            // The mark of a footnote, which a text has its own place for.
            names.extend(Some(id.into_string()).filter(|name| !name.starts_with('^')));
        }
    }
    let definitions = parser.reference_definitions();
    let leads = |address: &CowStr<'_>| {
        let address = source.typed(address.clone());
        safe_link(&address).is_some() || link::picture(&address).is_some()
    };
    let used = names.iter().filter_map(|name| definitions.get(name));
    used.filter(|definition| leads(&definition.dest))
        .map(|definition| definition.span.start)
        .collect()
}
