//! `cargo xtask screens` and `cargo xtask facts`: what people look at, and judge themselves.

use crate::outcome::Outcome;
use crate::setup;
use crate::site::Build;
use crate::test::{Play, Steps, end_to_end};

/// Pictures of every place into a folder, as one of these browsers draws them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Screens {
    folder: String,
    story: &'static str,
}

impl Screens {
    /// Reads what stands behind `screens`.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let (folder, browser) = match words {
            [folder] => (folder, "chromium"),
            [folder, browser] => (folder, *browser),
            _ => return Err("screens takes a folder, and a browser if it is not chromium".into()),
        };
        let story = match browser {
            "chromium" => "screens::screens",
            "chromium-92" => "screens::screens_of_chromium_92",
            "chromium-109" => "screens::screens_of_chromium_109",
            "webkit" => "screens::screens_of_webkit",
            other => {
                return Err(format!(
                    "screens knows chromium, chromium-92, chromium-109 and webkit, not {other}"
                ));
            }
        };
        let folder = std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))?;
        Ok(Self {
            folder: folder.display().to_string(),
            story,
        })
    }
}

/// Makes the pictures.
pub(crate) fn screens(screens: &Screens) -> Outcome {
    let play = Play {
        environment: vec![("LUOXUAN_SCREENS", screens.folder.clone())],
        // One name begins like the others.
        options: "--ignored --exact",
        on_disk: false,
    };
    play_one(screens.story, &play)
}

/// Tries out what browsers do to what they keep, on which the page relies, and says it.
pub(crate) fn facts() -> Outcome {
    let play = Play {
        options: "--include-ignored --nocapture",
        ..Play::default()
    };
    play_one("facts::", &play)
}

fn play_one(story: &str, play: &Play) -> Outcome {
    let browsers = setup::browsers()?;
    let mut steps = Steps::begin();
    end_to_end(&mut steps, Build::Development, &browsers, &[story], play);
    steps.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_need_a_folder_and_a_browser_that_is_known() {
        assert!(Screens::read(&[]).is_err());
        assert!(Screens::read(&["pictures", "netscape"]).is_err());
        let found = Screens::read(&["pictures", "webkit"]).map(|screens| screens.story);
        assert_eq!(found, Ok("screens::screens_of_webkit"));
    }
}
