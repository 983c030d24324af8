//! A text that is open for writing.

use luoxuan::TextType;
use luoxuan::catalog::{Labelled, Language};
use luoxuan_tests::demo;
use serde_json::json;

use crate::access::settled;
use crate::teacher::Teacher;

/// Assembles a text of this type from the first spiral of the demonstration.
pub(crate) fn assemble(teacher: &Teacher, kind: TextType) {
    assemble_from(teacher, &demo::id("spiral A").to_string(), kind);
}

/// Assembles a text of this type from a spiral.
pub(crate) fn assemble_from(teacher: &Teacher, spiral: &str, kind: TextType) {
    teacher.opens(&format!("#/texts/{spiral}"));
    settled(teacher);
    let name = kind.label().in_(Language::ZhHans);
    teacher.inside(name, || teacher.clicks("搭好初稿"));
    teacher.waits_until_at("/write");
    // The address changes first, then the page.
    teacher.sees("从手记里取");
}

/// What the boxes of its passages say, in their order.
pub(crate) fn passages(teacher: &Teacher) -> Vec<String> {
    let all = teacher.run(
        "return [...document.querySelectorAll('.passage textarea')].map((box) => box.value)",
        vec![],
    );
    serde_json::from_value(all).expect("texts")
}

/// How many of its passages say this.
pub(crate) fn saying(teacher: &Teacher, words: &str) -> usize {
    passages(teacher).iter().filter(|text| text.contains(words)).count()
}

/// An end of a box.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    First,
    Last,
}

/// Puts the cursor into the first passage.
pub(crate) fn enters_the_first(teacher: &Teacher, end: End) {
    teacher.run(
        "const box = document.querySelector('.passage textarea'); const at = arguments[0] ? box.value.length : 0; \
         box.focus(); box.setSelectionRange(at, at)",
        vec![json!(end == End::Last)],
    );
}
