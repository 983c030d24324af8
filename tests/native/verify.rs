//! A copy says whether it is whole, and is never called so when it is not.

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, Soundness, Verified, read, read_files, write_jsonl, write_zip};
use luoxuan_tests::demo;

fn demo_archive() -> Archive {
    Archive {
        revisions: demo::journal().clone(),
        ..Archive::default()
    }
}

fn verify(name: &str, bytes: &[u8]) -> Verified {
    read(name, bytes, &Limits::default())
        .expect("within the limits")
        .verify()
}

fn lines(file: &[u8]) -> Vec<&[u8]> {
    file.split_inclusive(|byte| *byte == b'\n').collect()
}

#[test]
fn without_any_one_of_its_lines_an_archive_is_not_whole() {
    let file = write_jsonl(&demo_archive());
    let all = lines(&file);
    let whole = verify("a.jsonl", &file);
    assert_eq!((whole.missing_lines, whole.unclosed.len()), (0, 0));
    for gone in 1..all.len() {
        let rest: Vec<_> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != gone)
            .map(|(_, line)| *line)
            .collect();
        let verified = verify("a.jsonl", &rest.concat());
        let last = gone == all.len() - 1;
        assert_eq!(verified.unclosed.len(), usize::from(last), "line {gone}");
        assert_eq!(verified.missing_lines, u64::from(!last), "line {gone}");
        assert_ne!(verified.soundness(), Soundness::Whole, "line {gone}");
    }
}

#[test]
fn cut_at_any_byte_an_archive_is_not_whole() {
    let zip = write_zip(&demo_archive(), Language::ZhHans).expect("written");
    let plain = write_jsonl(&demo_archive());
    for (name, file, step) in [("a.jsonl", &plain, 97), ("a.zip", &zip, 1499)] {
        // Without its last line feed it says all the same.
        for end in (0..file.len() - 1).rev().step_by(step) {
            let cut = read(name, &file[..end], &Limits::default());
            let sound = cut.map(|import| import.verify().soundness());
            assert!(!matches!(sound, Ok(Soundness::Whole)), "{name} cut at {end}: {sound:?}");
        }
    }
}

#[test]
fn what_says_nothing_of_its_end_is_neither_whole_nor_harmed() {
    assert_eq!(verify("a.jsonl", b"").soundness(), Soundness::Unclosed);
    let newer = br#"{"format":"luoxuan journal","version":9}"#;
    assert_eq!(verify("a.jsonl", newer).soundness(), Soundness::Unclosed);
    let page = read_files([("a.md", "# 随记\n".as_bytes())], &Limits::default()).expect("a page");
    assert_eq!(
        page.verify().soundness(),
        Soundness::Whole,
        "a page has no lines to lose"
    );
}

#[test]
fn archives_one_behind_the_other_are_whole_if_each_is() {
    let file = write_jsonl(&demo_archive());
    let two = [&file[..], &file[..]].concat();
    let verified = verify("a.jsonl", &two);
    assert_eq!((verified.missing_lines, verified.unclosed.len()), (0, 0));
    // The first without its end, the second whole.
    let all = lines(&file);
    let cut = all[..all.len() - 1].concat();
    let verified = verify("a.jsonl", &[&cut[..], &file[..]].concat());
    assert_eq!((verified.missing_lines, verified.unclosed.len()), (0, 1));
}

#[test]
fn a_version_that_others_follow_is_missed_by_the_record_it_belongs_to() {
    let mut archive = demo_archive();
    let followed: Vec<_> = archive
        .revisions
        .iter()
        .flat_map(|one| one.parents().to_vec())
        .collect();
    let at = archive
        .revisions
        .iter()
        .position(|one| followed.contains(&one.id()))
        .expect("something was revised");
    let gone = archive.revisions.remove(at);
    let verified = verify("a.jsonl", &write_jsonl(&archive));
    assert_eq!(verified.missing_parents.get(&gone.id()), Some(&gone.record()));
    assert_eq!(verified.soundness(), Soundness::Harmed);
}
