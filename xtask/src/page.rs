//! What `index.html` asks for. It is the one list of the site's files, written with Trunk's attributes, so that Trunk and
//! these commands build the same page from it.

use crate::outcome::Outcome;

/// Something that the page asks for, by the tag that stands for it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked<'a> {
    /// The whole tag, as it stands in the page.
    pub(crate) tag: &'a str,
    pub(crate) asset: Asset<'a>,
}

/// What a tag stands for. Paths begin at the page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asset<'a> {
    /// A stylesheet.
    Style(&'a str),
    /// A file that travels as it is, under its own name.
    File(&'a str),
    /// The program of the page: a binary of `luoxuan-web`.
    Program(&'a str),
    /// A program that runs in a worker: a binary of `luoxuan-web`.
    Worker(&'a str),
}

impl Asset<'_> {
    /// The binary it is, if it is a program.
    pub(crate) fn bin(&self) -> Option<String> {
        match self {
            Self::Program(name) | Self::Worker(name) => Some((*name).to_owned()),
            Self::Style(_) | Self::File(_) => None,
        }
    }
}

impl<'h> Asset<'h> {
    /// The path of the style it is, if it is one.
    pub(crate) fn style(&self) -> Option<&'h str> {
        match self {
            Self::Style(path) => Some(path),
            _ => None,
        }
    }
}

/// Everything the page asks for, in its order.
pub(crate) fn assets(html: &str) -> Outcome<Vec<Asked<'_>>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((start, end)) = rest
        .find("<link data-trunk ")
        .and_then(|start| Some((start, start + rest.get(start..)?.find('>')? + 1)))
    {
        let tag = &rest[start..end];
        found.push(Asked {
            tag,
            asset: asset(tag)?,
        });
        rest = &rest[end..];
    }
    Ok(found)
}

fn asset(tag: &str) -> Outcome<Asset<'_>> {
    let wanted = |name: &str| attribute(tag, name).ok_or_else(|| format!("index.html: {tag} has no {name}"));
    match (wanted("rel")?, attribute(tag, "data-type")) {
        ("css", _) => Ok(Asset::Style(wanted("href")?)),
        ("copy-file", _) => Ok(Asset::File(wanted("href")?)),
        ("rust", None) => Ok(Asset::Program(wanted("data-bin")?)),
        ("rust", Some("worker")) => Ok(Asset::Worker(wanted("data-bin")?)),
        _ => Err(format!("index.html: nobody here knows what {tag} asks for")),
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_trunk_reads_it() {
        let html = r#"<link data-trunk rel="css" href="a/b.css">
            <link rel="icon" href="icon.svg"><link data-trunk rel="copy-file" href="sw.js">
            <link data-trunk rel="rust" href="web/Cargo.toml" data-bin="page" data-wasm-opt="0">
            <link data-trunk rel="rust" href="web/Cargo.toml" data-bin="worker" data-type="worker">"#;
        let found: Vec<_> = assets(html)
            .expect("it is a page")
            .into_iter()
            .map(|asked| asked.asset)
            .collect();
        let wanted = [
            Asset::Style("a/b.css"),
            Asset::File("sw.js"),
            Asset::Program("page"),
            Asset::Worker("worker"),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_nobody_knows_is_not_left_out_in_silence() {
        assert!(assets(r#"<link data-trunk rel="sass" href="a.scss">"#).is_err());
        assert!(assets(r#"<link data-trunk rel="css">"#).is_err());
    }
}
