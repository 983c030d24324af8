//! Hostile Markdown becomes nothing but the closed list of nodes, within its budget.

use luoxuan_tests::{decoders, hostile};

#[test]
fn there_are_more_than_three_hundred() {
    assert!(hostile::inputs().len() > 300, "{}", hostile::inputs().len());
}

#[test]
fn no_hostile_text_becomes_more_than_text() {
    for source in hostile::inputs() {
        decoders::prose(source.as_bytes());
    }
}
