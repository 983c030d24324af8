//! What a file is, by its name and its first bytes.

use serde_json::{Map, Value};

use super::ZIP;
use crate::format::Part;
use crate::format::archive::media;
use crate::id::BlobId;
use crate::journal::begins_with_header;

/// The picture a file says it is by its name.
pub(super) fn claimed(name: &str) -> Option<BlobId> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next()?.parse().ok()
}

pub(super) enum Sort {
    Lines,
    Page,
    Picture,
    Archive,
    Readme,
    Part,
    Other,
}

/// Which part of a backup in several files this says its file is.
pub(super) fn part(bytes: &[u8]) -> Option<Part> {
    let says: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    let number = says.get("part")?.as_u64()?;
    (says.get("format")?.as_str()? == "luoxuan part").then_some(Part {
        set: says.get("set")?.as_str()?.to_owned(),
        number: u32::try_from(number).ok()?,
        last: says.get("last").and_then(Value::as_bool).unwrap_or(false),
    })
}

/// What stands behind the last point of a name.
pub(super) fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.')
        .map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

/// Whether a file holds lines, which are read one by one, told from its name and its first bytes.
pub(in crate::format) fn is_lines(name: &str, head: &[u8]) -> bool {
    matches!(sort(name, head), Sort::Lines)
}

pub(super) fn sort(name: &str, bytes: &[u8]) -> Sort {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_ascii_lowercase();
    let hidden = file.starts_with('.') || name.starts_with("__MACOSX/");
    match extension(name).as_str() {
        _ if hidden => Sort::Other,
        _ if claimed(name).is_some() => Sort::Picture,
        _ if bytes.starts_with(ZIP) => Sort::Archive,
        "jsonl" => Sort::Lines,
        "zip" | "7z" | "rar" | "gz" | "tar" | "xz" => Sort::Archive,
        "md" | "markdown" => Sort::Page,
        "txt" if file == "readme.txt" => Sort::Readme,
        "json" if file == "part.json" => Sort::Part,
        // Whatever it is called.
        _ if media(bytes).is_some() => Sort::Picture,
        _ if begins_with_header(bytes) || bytes.starts_with(b"{\"at\":[") => Sort::Lines,
        _ => Sort::Other,
    }
}
