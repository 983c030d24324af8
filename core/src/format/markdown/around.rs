//! What is written down around the spirals, in the reading copy: a file for each kind.

use crate::catalog::words::markdown as words;
use serde_json::Value;

use crate::catalog::Language;
use crate::index::Index;
use crate::journal::{Content, Revision};
use crate::kind::Kinds;
use crate::record::{FieldSort, Kind};

/// The heading of the file.
pub(super) fn title(kind: Option<&Kind>, word: &str, language: Language) -> String {
    let label = kind.map_or(word, |kind| kind.label(language));
    format!("# {label}\n")
}

/// Records of one kind, in this order: each with its fields as the kind calls them.
pub(super) fn records(index: &Index, revisions: &[&Revision], language: Language) -> String {
    let kinds = Kinds::of(index);
    let mut text = String::new();
    for revision in revisions {
        let content = revision.content();
        match kinds.of_content(content) {
            Some(kind) => known(kind, index, content, language, &mut text),
            None => unknown(content, &mut text),
        }
    }
    text
}

fn item(label: &str, said: &str, language: Language, text: &mut String) {
    let colon = if language == Language::En { ": " } else { "：" };
    text.push_str(&format!("- **{label}**{colon}{}\n", said.trim().replace('\n', "\n  ")));
}

fn known(kind: &Kind, index: &Index, content: &Content, language: Language, text: &mut String) {
    let fields = content.to_json();
    let name = kind.title_of(content);
    text.push_str(&format!("\n## {}\n\n", name.trim()));
    // A record that is not told here is not named.
    let named = |id: &str| {
        let head = id.parse().ok().and_then(|id| index.head(id));
        head.map_or_else(String::new, |head| {
            let content = head.content();
            content
                .text("title")
                .or_else(|| content.text("name"))
                .unwrap_or_default()
                .into_owned()
        })
    };
    if let Some(stage) = kind.stage_of(content) {
        let label = words::KINDS_BESIDE.in_(language);
        item(label, stage.label(language), language, text);
    }
    let (prose, short): (Vec<_>, Vec<_>) = kind
        .fields
        .iter()
        .filter(|field| field.name != kind.title)
        .partition(|field| field.sort == FieldSort::Prose);
    for field in short {
        let said = fields.get(&field.name).map(|value| field.show(value, language, &named));
        if let Some(said) = said.filter(|said| !said.trim().is_empty()) {
            item(field.label(language), &said, language, text);
        }
    }
    for field in prose {
        if let Some(Value::String(said)) = fields
            .get(&field.name)
            .filter(|said| said.as_str().is_some_and(|said| !said.trim().is_empty()))
        {
            text.push_str(&format!("\n**{}**\n\n{}\n", field.label(language), said.trim_end()));
        }
    }
}

/// A record of a kind nobody here knows: all it says.
fn unknown(content: &Content, text: &mut String) {
    let mut fields = content.to_json();
    fields.remove("kind");
    let name = ["name", "title"]
        .into_iter()
        .find_map(|name| content.text(name))
        .unwrap_or_default();
    text.push_str(&format!("\n## {}\n\n", name.trim()));
    for (name, value) in &fields {
        let said = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        item(name, &said, Language::En, text);
    }
}
