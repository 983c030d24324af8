//! Every kind of page on which something is written.

use luoxuan::record::{PROFILE, Passage, Profile, Rules, SETTINGS, Settings, Template, TemplateSection, Term};
use luoxuan::{Content, Document, Entry, Evidence, RecordId, Spiral, Survey};

pub(super) const fn id(byte: u8) -> RecordId {
    RecordId::from_bytes([byte; 16])
}

/// The records that pages are opened on, and those they need around them.
pub(super) const ENTRY: RecordId = id(1);
pub(super) const SPIRAL: RecordId = id(2);
pub(super) const EVIDENCE: RecordId = id(3);
pub(super) const TEXT: RecordId = id(4);
pub(super) const SURVEY: RecordId = id(5);
pub(super) const RULES: RecordId = id(6);
pub(super) const FORM: RecordId = id(7);
pub(super) const TERM: RecordId = id(8);

/// One kind of page on which something is written.
pub(super) struct Page {
    pub(super) place: String,
    pub(super) record: RecordId,
    /// What the record says when its box says these words.
    pub(super) says: fn(&str) -> Content,
    /// Which button opens the box, if one does.
    pub(super) opens: Option<&'static str>,
    /// The box.
    pub(super) shows: &'static str,
}

pub(super) fn page(place: &str, record: RecordId, says: fn(&str) -> Content, shows: &'static str) -> Page {
    Page {
        place: place.into(),
        record,
        says,
        opens: None,
        shows,
    }
}

pub(super) fn entry(body: &str) -> Content {
    Content::of(&Entry {
        body: body.into(),
        spiral: Some(SPIRAL),
        ..Entry::default()
    })
}

pub(super) fn spiral(title: &str) -> Content {
    Content::of(&Spiral {
        title: title.into(),
        ..Spiral::default()
    })
}

pub(super) fn evidence(caption: &str) -> Content {
    Content::of(&Evidence {
        caption: caption.into(),
        entries: vec![ENTRY],
        spiral: Some(SPIRAL),
        ..Evidence::default()
    })
}

pub(super) fn text(title: &str) -> Content {
    Content::of(&Document {
        title: title.into(),
        rules: RULES.to_string(),
        template: Some(FORM),
        sections: [("own1".into(), passages(&[title]))].into(),
        ..Document::default()
    })
}

pub(super) fn passages(texts: &[&str]) -> Vec<Passage> {
    let passage = |text: &&str| Passage {
        text: (*text).into(),
        ..Passage::default()
    };
    texts.iter().map(passage).collect()
}

pub(super) fn survey(title: &str) -> Content {
    Content::of(&Survey {
        title: title.into(),
        ..Survey::default()
    })
}

pub(super) fn rules(name: &str) -> Content {
    Content::of(&Rules {
        name: name.into(),
        ..Rules::default()
    })
}

pub(super) fn form(heading: &str) -> Content {
    Content::of(&Template {
        sections: vec![TemplateSection {
            name: "own1".into(),
            heading: heading.into(),
            ..TemplateSection::default()
        }],
        ..Template::default()
    })
}

pub(super) fn term(year: &str) -> Content {
    Content::of(&Term {
        year: year.parse().ok(),
        ..Term::default()
    })
}

pub(super) fn profile(name: &str) -> Content {
    Content::of(&Profile {
        name: name.into(),
        ..Profile::default()
    })
}

pub(super) fn school(theme: &str) -> Content {
    Content::of(&Settings {
        themes: vec![theme.into()],
        ..Settings::default()
    })
}

pub(super) fn pages() -> Vec<Page> {
    let edit = Some(".entry .actions button");
    vec![
        Page {
            opens: edit,
            ..page(
                &format!("#/entry/{ENTRY}"),
                ENTRY,
                entry,
                "article .write .editor textarea",
            )
        },
        Page {
            opens: edit,
            ..page(
                &format!("#/spiral/{SPIRAL}"),
                ENTRY,
                entry,
                ".rail .write .editor textarea",
            )
        },
        Page {
            opens: edit,
            ..page(
                &format!("#/entry/{ENTRY}"),
                EVIDENCE,
                evidence,
                ".evidence-item input[type=text]",
            )
        },
        page(&format!("#/spiral/{SPIRAL}"), SPIRAL, spiral, ".hero textarea.title"),
        page(&format!("#/text/{TEXT}/write"), TEXT, text, "#text-title"),
        page(&format!("#/text/{TEXT}/write"), TEXT, text, ".passage textarea"),
        page(
            &format!("#/text/{TEXT}/write"),
            FORM,
            form,
            ".form-editor li input[type=text]",
        ),
        page(&format!("#/text/{TEXT}/out"), RULES, rules, ".rules input[type=text]"),
        page(
            &format!("#/survey/{SURVEY}"),
            SURVEY,
            survey,
            ".survey-page input.title",
        ),
        page("#/settings", PROFILE, profile, ".settings .grid input[type=text]"),
        page(
            "#/settings",
            SETTINGS,
            school,
            ".settings fieldset:has(> details .grid) > .field textarea",
        ),
        page("#/settings", TERM, term, "fieldset input[type=number]"),
    ]
}

/// A record, and what it says by a word.
pub(super) type Kind = (RecordId, fn(&str) -> Content);

/// Every record there is, with what it says in the first revision.
pub(super) const ALL: [Kind; 10] = [
    (ENTRY, entry),
    (SPIRAL, spiral),
    (EVIDENCE, evidence),
    (TEXT, text),
    (SURVEY, survey),
    (RULES, rules),
    (FORM, form),
    (TERM, term),
    (PROFILE, profile),
    (SETTINGS, school),
];

/// The words of the nth revision: a year is what every box takes.
pub(super) fn words(number: i32) -> String {
    (2020 + number).to_string()
}
