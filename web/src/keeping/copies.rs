//! The names of copies, and which of them are old enough to go.

use luoxuan::Moment;

/// What every copy's name begins with, on every computer and in every language.
const START: &str = "螺旋手记-";

/// What every copy's name ends with: `.zip`, so that any computer opens it without this app and mail
/// lets it through; `.luoxuan` before it, so that nobody else's file is ever taken for one of ours.
const END: &str = ".luoxuan.zip";

/// How many copies stay in the chosen folder.
pub const KEEP: usize = 30;

/// The name of a copy made now: sorted by name is sorted by time.
///
/// ```
/// use luoxuan_web::keeping::archive_name;
/// let now = luoxuan::Moment::new(1_795_479_302_000, 480);
/// assert_eq!(archive_name(now), "螺旋手记-2026-11-24-081502.luoxuan.zip");
/// ```
pub fn archive_name(now: Moment) -> String {
    let stamp = now.to_string();
    let time: String = stamp.chars().skip(11).take(8).filter(char::is_ascii_digit).collect();
    format!("{START}{}-{time}{END}", now.date())
}

fn is_ours(name: &str) -> bool {
    let stamp = name.strip_prefix(START).and_then(|rest| rest.strip_suffix(END));
    stamp.is_some_and(|stamp| {
        stamp.len() == 17
            && stamp.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 | 10 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    })
}

/// Of the names in a folder, those of our copies beyond the newest `keep`. The one just `made` is the newest whatever its
/// name says: the clock may have been set back.
pub(super) fn too_old(mut names: Vec<String>, keep: usize, made: &str) -> Vec<String> {
    names.retain(|name| is_ours(name) && name != made);
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.into_iter().skip(keep - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn only_our_own_oldest_copies_go() {
        let now = Moment::new(1_795_479_302_000, 480);
        let days: i64 = 86_400_000;
        let mut names: Vec<String> = (0..5).map(|day| archive_name(now.after(day * days))).collect();
        let old = names[..2].to_vec();
        names.extend(
            [
                "螺旋手记-期末.zip",
                "螺旋手记-2026-11-24-081502.luoxuan (1).zip",
                "螺旋手记-aaaa-bb-cc-dddddd.luoxuan.zip",
                "照片.zip",
                "螺旋手记-2026-11-24.luoxuan.zip",
            ]
            .map(String::from),
        );
        let mut gone = too_old(names.clone(), 3, &archive_name(now.after(4 * days)));
        gone.sort();
        assert_eq!(gone, old);
        let mut gone = too_old(names, 3, &old[0]);
        gone.sort();
        assert_eq!(gone, [old[1].clone(), archive_name(now.after(2 * days))]);
        assert!(too_old(vec![archive_name(now)], 1, &archive_name(now)).is_empty());
    }
}
