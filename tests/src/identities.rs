//! Planted identities, and texts without any.

use luoxuan::anonymity::Names;
use luoxuan::record::Profile;

const SOURCE: &str = include_str!("../data/identities.md");
const PLAIN: &str = include_str!("../data/plain.md");

/// Who names an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The profile, the list, or the journal.
    Listed,
    /// Its form, or what stands beside it.
    Form,
    /// Nobody.
    Bare,
}

/// A sentence with identities planted in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Which language's.
    pub script: &'static str,
    /// Who names them.
    pub kind: Kind,
    /// What it says.
    pub text: String,
    /// What of it must not be read.
    pub planted: Vec<&'static str>,
}

/// All of them.
///
/// # Panics
///
/// If the source does not follow the rules at its top.
pub fn sentences() -> Vec<Sentence> {
    let mut script = "";
    let mut sentences = Vec::new();
    for line in SOURCE.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            script = heading;
        }
        let Some((kind, text)) = line.split_once(": ") else {
            continue;
        };
        let kind = match kind {
            "listed" => Kind::Listed,
            "form" => Kind::Form,
            "bare" => Kind::Bare,
            _ => continue,
        };
        let planted = text.split('⟦').skip(1);
        let planted = planted.map(|rest| rest.split_once('⟧').expect("it ends").0);
        sentences.push(Sentence {
            script,
            kind,
            text: text.replace(['⟦', '⟧'], ""),
            planted: planted.collect(),
        });
    }
    sentences
}

/// What the source's profile, list and journal name.
pub fn names() -> Names {
    let all = |wanted: &str| -> Vec<String> {
        let lines = SOURCE.lines().filter_map(|line| line.split_once(": "));
        let lines = lines.filter(|(name, _)| *name == wanted);
        lines.map(|(_, value)| value.to_owned()).collect()
    };
    let one = |wanted: &str| all(wanted).into_iter().next().unwrap_or_default();
    let profile = Profile {
        name: one("name"),
        school: one("school"),
        classes: all("class"),
        group: one("group"),
        ..Profile::default()
    };
    let mut names = Names::of(&profile, &[], &all("word"));
    for author in all("author") {
        names.author(&author);
    }
    for said in all("heard") {
        names.hear(&said);
    }
    names
}

/// Texts in which nobody can be recognised, each after its heading.
pub fn plain() -> Vec<&'static str> {
    PLAIN.split("\n## ").skip(1).map(str::trim).collect()
}
