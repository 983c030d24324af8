mod figures;
mod findings;
mod forms;
mod judges;

use TextType::{Experience, ImprovementCase, Survey};

use super::*;
use crate::catalog::form;
use crate::record::{Evidence, Reference, Source};
use crate::{Author, Content, DeviceId, Journal, RecordId, RevisionId, Timestamp};

fn passage(text: &str) -> Passage {
    Passage {
        text: text.into(),
        ..Passage::default()
    }
}

fn document(kind: TextType, sections: &[(&str, &str)]) -> Document {
    let mut document = Document {
        text_type: kind,
        ..Document::default()
    };
    for (section, text) in sections {
        document.pull(section, usize::MAX, passage(text));
    }
    document
}

fn found(document: &Document) -> Vec<Diagnostic> {
    let template = form(document.text_type).template(Language::ZhHans);
    check(
        document,
        &template,
        &DiagnosticsConfig::of(&template),
        &Index::default(),
    )
}

fn has(document: &Document, fault: DiagnosticCode) -> bool {
    found(document).iter().any(|finding| finding.fault == fault)
}

/// Whether a fault is found in the one text and not in its near miss.
fn tells_apart(fault: DiagnosticCode, kind: TextType, section: &str, wrong: &str, right: &str) {
    assert!(has(&document(kind, &[(section, wrong)]), fault), "{fault:?}: {wrong}");
    assert!(!has(&document(kind, &[(section, right)]), fault), "{fault:?}: {right}");
}

fn source(number: u8) -> Source {
    Source {
        record: RecordId::from_bytes([number; 16]),
        revision: RevisionId::of(b"then"),
        part: String::new(),
        snapshot: "那时".into(),
        other: serde_json::Map::new(),
    }
}
