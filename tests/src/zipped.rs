//! A journal written out as a ZIP, piece by piece, as the page does.

use std::io::Write;
use std::sync::Arc;

use luoxuan::Revision;
use luoxuan::catalog::Language;
use luoxuan::format::{Need, Picture, Plan, Sent};

/// Writes the revisions and the pictures, which come in the order of their ids, one at a time.
///
/// # Panics
///
/// If it cannot be written.
pub fn write_out(out: &mut impl Write, revisions: &[Arc<Revision>], pictures: impl IntoIterator<Item = Picture>) {
    let mut plan = Plan::default();
    for (place, revision) in (0..).zip(revisions) {
        plan.look(place, revision);
    }
    let mut writer = plan.writer(Language::ZhHans, None);
    let mut pictures = pictures.into_iter();
    let mut send = |sent: Vec<Sent>| {
        for sent in sent {
            let Sent::Bytes(bytes) = sent else { panic!("one file") };
            out.write_all(&bytes).expect("written");
        }
    };
    let mut over = false;
    while !over {
        match writer.need() {
            Need::Lines(places) => {
                let at = |place: &u64| revisions[usize::try_from(*place).expect("small")].clone();
                let lines: Vec<_> = places.iter().map(at).collect();
                writer.lines(&lines).expect("the same");
            }
            Need::Pictures => {
                for picture in pictures.by_ref() {
                    writer.picture(&picture);
                    send(writer.take());
                }
                writer.no_more_pictures();
            }
            Need::Nothing => over = true,
        }
        send(writer.take());
    }
}
