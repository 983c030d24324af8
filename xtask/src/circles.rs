//! Files that need each other in a circle: whoever reads one of them has to read all.
//!
//! What a file needs is told by the paths it names. A name that a module hands on (`pub use`) counts for the file it comes
//! from, and tests inside a file count for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::outcome::Outcome;
use crate::site::{files_below, read};

/// The largest circle of files there may be.
const MOST: usize = 5;

/// Where the crates begin.
const ROOTS: [&str; 5] = ["core/src", "web/src", "xtask/src", "tests/e2e", "tests/native"];

/// A path of names, from a crate's root or as it stands in a file.
type Names = Vec<String>;

/// What a file says of others.
#[derive(Default)]
struct Source {
    /// Paths it names.
    named: BTreeSet<Names>,
    /// Paths it hands on.
    handed_on: BTreeSet<Names>,
}

impl Source {
    fn of(tokens: TokenStream) -> Self {
        let mut source = Self::default();
        source.take(&tokens.into_iter().collect::<Vec<_>>());
        source
    }

    fn take(&mut self, tokens: &[TokenTree]) {
        let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.to_string() == word);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let from = at;
            at += 1;
            match token {
                TokenTree::Group(_) if from >= 2 && is(from - 1, "tests") && is(from - 2, "mod") => {}
                TokenTree::Group(group) => self.take(&group.stream().into_iter().collect::<Vec<_>>()),
                TokenTree::Ident(word) if word == "use" => {
                    let end = (at..tokens.len()).find(|at| is(*at, ";")).unwrap_or(tokens.len());
                    let public = from > 0 && (is(from - 1, "pub") || from > 1 && is(from - 2, "pub"));
                    let paths = if public { &mut self.handed_on } else { &mut self.named };
                    tree(&tokens[at..end], &[], paths);
                    at = end;
                }
                TokenTree::Ident(word) => {
                    let mut path = vec![word.to_string()];
                    while is(at, ":") && is(at + 1, ":") {
                        let Some(TokenTree::Ident(next)) = tokens.get(at + 2) else {
                            break;
                        };
                        path.push(next.to_string());
                        at += 3;
                    }
                    if path.len() > 1 {
                        self.named.insert(path);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The paths of what stands behind `use`.
fn tree(tokens: &[TokenTree], before: &[String], paths: &mut BTreeSet<Names>) {
    for one in tokens.split(|token| token.to_string() == ",") {
        let mut path = before.to_vec();
        let mut inner = None;
        for token in one {
            match token {
                TokenTree::Ident(word) if word == "as" => break,
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => inner = Some(group.stream()),
                _ => {}
            }
        }
        match inner {
            Some(inner) => tree(&inner.into_iter().collect::<Vec<_>>(), &path, paths),
            None if path.len() > before.len() => drop(paths.insert(path)),
            None => {}
        }
    }
}

/// The files of a crate by their modules.
#[derive(Default)]
struct Crate {
    modules: BTreeMap<Names, (PathBuf, Source)>,
}

impl Crate {
    fn below(root: &Path) -> Outcome<Self> {
        let mut modules = BTreeMap::new();
        for name in files_below(root)? {
            let Some(inside) = name.strip_suffix(".rs") else {
                continue;
            };
            let path = root.join(&name);
            let tokens = read(&path)?.parse::<TokenStream>();
            let source = Source::of(tokens.map_err(|error| format!("{}: {error}", path.display()))?);
            let mut module: Names = inside.split('/').map(str::to_owned).collect();
            module.pop_if(|name| matches!(name.as_str(), "mod" | "lib" | "main"));
            modules.entry(module).or_insert((path, source));
        }
        Ok(Self { modules })
    }

    /// A path as it stands in a module, from the root of the crate; `None` if it leads elsewhere.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Names> {
        let up = path.iter().take_while(|name| *name == "super").count();
        let rest = &path[up..];
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([module.get(..module.len().checked_sub(up)?)?, rest].concat()),
            first => {
                let child = [module, &[first.to_owned()]].concat();
                self.modules.contains_key(&child).then(|| [module, path].concat())
            }
        }
    }

    /// The module a path from the root leads to, through what is handed on.
    fn resolve(&self, path: &[String], steps: usize) -> Option<&Names> {
        let at = (0..=path.len())
            .rev()
            .find(|at| self.modules.contains_key(&path[..*at]))?;
        let (module, (_, source)) = self.modules.get_key_value(&path[..at])?;
        let Some(name) = path.get(at).filter(|_| steps > 0) else {
            return Some(module);
        };
        let given = source.handed_on.iter().filter(|given| given.last() == Some(name));
        let mut given = given.filter_map(|given| self.resolve(&self.absolute(module, given)?, steps - 1));
        given.next().or(Some(module))
    }

    /// Which modules each needs.
    fn needs<'c>(&'c self) -> BTreeMap<&'c Names, BTreeSet<&'c Names>> {
        let of_one = |(module, of): (&'c Names, &'c (PathBuf, Source))| {
            let source = &of.1;
            let named = source.named.iter();
            let needed = named.filter_map(|path| self.resolve(&self.absolute(module, path)?, 6));
            (module, needed.filter(|other| *other != module).collect())
        };
        self.modules.iter().map(of_one).collect()
    }

    /// Circles of more than so many files.
    fn circles(&self, most: usize) -> Vec<Vec<String>> {
        let needs = self.needs();
        let reached: BTreeMap<_, _> = needs.keys().map(|module| (*module, reach(&needs, module))).collect();
        let mut circles = BTreeSet::new();
        for (module, all) in &reached {
            let back = |other: &&&Names| reached.get(**other).is_some_and(|all| all.contains(module));
            let circle: BTreeSet<_> = all.iter().filter(back).copied().collect();
            if circle.len() > most {
                circles.insert(circle);
            }
        }
        let name = |module: &Names| self.modules.get(module).map(|(path, _)| path.display().to_string());
        let named = circles.into_iter();
        named
            .map(|circle| circle.into_iter().filter_map(name).collect())
            .collect()
    }
}

/// Everything that can be reached from a module.
fn reach<'m>(needs: &BTreeMap<&'m Names, BTreeSet<&'m Names>>, from: &Names) -> BTreeSet<&'m Names> {
    let mut reached = BTreeSet::new();
    let mut rest: Vec<_> = needs.get(from).into_iter().flatten().copied().collect();
    while let Some(module) = rest.pop() {
        if reached.insert(module) {
            rest.extend(needs.get(module).into_iter().flatten());
        }
    }
    reached
}

/// Fails on a circle of more than five files.
pub(crate) fn circles() -> Outcome {
    let mut found = Vec::new();
    for root in ROOTS {
        for circle in Crate::below(Path::new(root))?.circles(MOST) {
            found.push(format!("{} files in a circle: {}", circle.len(), circle.join(", ")));
        }
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(found.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Crate {
        let module = |name: &str| {
            name.split("::")
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let one = |(name, text): &(&str, &str)| {
            let source = Source::of(text.parse().expect("it is Rust"));
            (module(name), (PathBuf::from(format!("{name}.rs")), source))
        };
        Crate {
            modules: files.iter().map(one).collect(),
        }
    }

    #[test]
    fn a_circle_is_found_through_what_is_handed_on_and_not_through_tests() {
        let files = [
            ("", "pub mod a; pub mod b;"),
            ("a", "mod inner; pub use inner::{Thing, Other as Renamed};"),
            ("a::inner", "use crate::b::{self, Second}; pub struct Thing;"),
            (
                "b",
                "fn second() { crate::a::Thing::new() } mod tests { use crate::c::Third; }",
            ),
            ("c", "use super::b; use std::fmt;"),
        ];
        let circles = of(&files).circles(1);
        assert_eq!(circles, [["a::inner.rs", "b.rs"]]);
        assert_eq!(of(&files).circles(2), Vec::<Vec<String>>::new());
    }
}
