//! The sentences people read, and the kinds of records: what the build refuses of their tables, and that each sentence is
//! said somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "../../core/build/kinds.rs"]
mod kinds;
#[path = "../../core/build/scripts.rs"]
mod scripts;
#[path = "../../core/build/words.rs"]
mod tables;

use self::tables::Style;

const STYLE: Style<'_> = Style {
    visibility: "pub",
    by_name: &["kinds"],
};

fn refused(zh_hans: &str, zh_hant: &str, en: &str) -> String {
    STYLE.of_tables([zh_hans, zh_hant, en]).expect_err("it is wrong")
}

#[test]
fn a_sentence_becomes_a_constant_and_a_section_a_module() {
    let module = STYLE.of_tables([
        "[day]\nlate = \"晚 {n} 天\"\n[kinds]\nzebra = \"斑马\"\nentry = \"条目\"",
        "[day]\nlate = \"晚 {n} 天\"\n[kinds]\nentry = \"條目\"\nzebra = \"斑馬\"",
        "[day]\nlate = \"{n} days late\"\n[kinds]\nzebra = \"Zebra\"\nentry = \"Entry\"",
    ]);
    let module = module.expect("all is said");
    let late = "pub const LATE: Words = Words {zh_hans: \"晚 {n} 天\",zh_hant: \"晚 {n} 天\",en: \"{n} days late\",};";
    assert!(module.contains("pub mod day {") && module.contains(late), "{module}");
    let (zebra, entry) = (module.find("(\"zebra\", Words"), module.find("(\"entry\", Words"));
    assert!(
        zebra.is_some() && zebra < entry,
        "in the order of the first table: {module}"
    );
}

#[test]
fn what_one_language_lacks_is_refused_by_its_path() {
    assert_eq!(
        refused(
            "[a]\nb = \"一\"\nc = \"二\"",
            "[a]\nb = \"一\"",
            "[a]\nb = \"one\"\nc = \"two\""
        ),
        "a.c is not said in zh-Hant"
    );
    assert_eq!(
        refused("b = \"一\"", "b = \"一\"", "b = \"one\"\nc = \"two\""),
        "c is not said in zh-Hans, but in en"
    );
    assert_eq!(
        refused("b = \"一\"", "b = \"　\"", "b = \"one\""),
        "b says nothing in zh-Hant"
    );
    assert_eq!(
        refused("b = \"一\"", "b = 1", "b = \"one\""),
        "b is no sentence in zh-Hant"
    );
    assert_eq!(
        refused("b = [\"一\", \"二\"]", "b = [\"一\"]", "b = [\"one\", \"two\"]"),
        "b is a longer list in one language than in another"
    );
}

#[test]
fn what_takes_other_values_or_stands_in_another_script_is_refused() {
    assert_eq!(
        refused("b = \"晚 {n} 天\"", "b = \"晚 {n} 天\"", "b = \"{days} late\""),
        "b takes other values in en: days"
    );
    assert_eq!(
        refused("b = \"问题\"", "b = \"问题\"", "b = \"problem\""),
        "b holds “问”, which is not written in zh-Hant"
    );
    assert_eq!(
        refused("b = \"「好」\"", "b = \"「好」\"", "b = \"“good”\""),
        "b holds “「”, which is not written in zh-Hans"
    );
    assert_eq!(
        refused("b = \"制度\"", "b = \"製度\"", "b = \"rules\""),
        "b holds “製度”, which is not written in zh-Hant"
    );
    assert_eq!(
        refused("b = \"好\"", "b = \"好\"", "b = \"it's good\""),
        "b holds “'”, which is not written in en"
    );
}

/// Of the core the compiler says so itself; the page's constants are seen by two programs, and each says a part of them.
#[test]
fn every_sentence_of_the_page_is_said_somewhere() {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web");
    let mut source = String::new();
    gather(&web.join("src"), &mut source);
    let said: BTreeSet<_> = source.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let module = STYLE.module(&web.join("data/words")).expect("all is said");
    let names: Vec<_> = module
        .lines()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 700, "{}", names.len());
    let unsaid: Vec<_> = names.into_iter().filter(|name| !said.contains(name)).collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}

fn gather(folder: &Path, source: &mut String) {
    for file in fs::read_dir(folder).expect("the folder is there") {
        let path = file.expect("it can be read").path();
        if path.is_dir() {
            gather(&path, source);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            source.push_str(&fs::read_to_string(&path).expect("it can be read"));
        }
    }
}

/// A kind of one field, which says more of itself as `more`.
fn kind_with(more: &str) -> Result<serde_json::Value, String> {
    let folder = std::env::temp_dir().join(format!("luoxuan-kinds-{}-{}", std::process::id(), more.len()));
    fs::create_dir_all(folder.join("kinds")).expect("a folder");
    fs::write(folder.join("choices.toml"), "").expect("written");
    let field =
        format!("{{ name = \"name\", sort = \"line\", label = [\"哪一家\", \"哪一家\", \"Which home\"]{more} }}");
    let kind = format!(
        "label = [\"家访\", \"家訪\", \"Home visit\"]\nnote = [\"去家里\", \"去家裡\", \"At home\"]\n\
         group = \"learning\"\nplace = 165\ntitle = \"name\"\nfields = [{field}]\n"
    );
    fs::write(folder.join("kinds/home_visit.toml"), kind).expect("written");
    let read = kinds::kinds(&folder);
    fs::remove_dir_all(&folder).expect("it was there");
    read
}

/// Read past, it would go to whoever the record is shared with.
#[test]
fn a_field_that_says_by_a_slip_that_it_is_private_is_refused() {
    let private = kind_with(", private = true").expect("a kind");
    assert_eq!(private[0]["fields"][0]["private"], true);
    for (slip, why) in [
        (", privat = true", "privat: nothing reads that"),
        (", private = \"yes\"", "private is neither true nor false"),
        (", to = \"spiral\"", "to is no list of words"),
    ] {
        let refused = kind_with(slip).expect_err("it is wrong");
        assert!(refused.ends_with(&format!("name: {why}")), "{refused}");
    }
}
