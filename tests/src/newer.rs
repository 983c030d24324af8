//! What a program of the future would write.

use luoxuan::RevisionId;

/// The same line as a later version of the format would write it.
///
/// # Panics
///
/// If it is not the line of a revision as this version writes it.
pub fn from_the_future(line: &str) -> String {
    let text = line.trim_end();
    let (id_at, end) = (text.find("\"id\":\"").expect("an id"), text.len());
    let id_end = id_at + text[id_at..].find(',').expect("more fields") + 1;
    let canonical = format!("{}{}", &text[..id_at], &text[id_end..end]).replace("\"v\":1}", "\"v\":99}");
    let id = RevisionId::of(canonical.as_bytes());
    format!("{}\"id\":\"{id}\",{}\n", &canonical[..id_at], &canonical[id_at..])
}
