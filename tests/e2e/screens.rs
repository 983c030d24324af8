//! Pictures of every place, for people to look at: `cargo xtask screens FOLDER`.

use serde_json::json;

use crate::access::{gets_three_spirals, places, prefers, settled};
use crate::stage::browser::Kind;
use crate::stage::tools::setting;
use crate::teacher::Teacher;

fn pictures(kind: Kind) {
    let folder = std::path::PathBuf::from(setting("LUOXUAN_SCREENS"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let teacher = Teacher::arrives(kind);
    prefers(&teacher, "zh-Hans", "light");
    gets_three_spirals(&teacher);
    for (name, width, theme, language) in [
        ("wide", 1280, "light", "zh-Hans"),
        ("wide-dark", 1280, "dark", "zh-Hans"),
        ("phone", 390, "light", "zh-Hans"),
        ("phone-dark", 390, "dark", "zh-Hans"),
        ("wide-en", 1280, "light", "en"),
    ] {
        if kind == Kind::WebKit {
            teacher.browser.resize(width, 900);
        } else {
            teacher.browser.devtools(
                "Emulation.setDeviceMetricsOverride",
                &json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
            );
        }
        prefers(&teacher, language, theme);
        for (place, hash) in places() {
            teacher.opens(&hash);
            settled(&teacher);
            let file = folder.join(format!("{place}-{name}.png"));
            if kind == Kind::WebKit {
                // What is in the window: its driver sees no further.
                std::fs::write(&file, teacher.browser.picture()).expect("a file");
                continue;
            }
            let picture = teacher
                .browser
                .devtools("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }));
            save(&file, &picture);
            if name == "wide" {
                let paper = teacher
                    .browser
                    .devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
                save(&folder.join(format!("{place}.pdf")), &paper);
            }
        }
    }
}

#[test]
#[ignore = "makes pictures, judges nothing"]
fn screens() {
    pictures(Kind::Chromium);
}

#[test]
#[ignore = "makes pictures, judges nothing"]
fn screens_of_chromium_92() {
    pictures(Kind::Older(92));
}

#[test]
#[ignore = "makes pictures, judges nothing"]
fn screens_of_chromium_109() {
    pictures(Kind::Older(109));
}

#[test]
#[ignore = "makes pictures, judges nothing"]
fn screens_of_webkit() {
    pictures(Kind::WebKit);
}

fn save(path: &std::path::Path, answer: &serde_json::Value) {
    let bytes = decode(answer["data"].as_str().unwrap_or_default());
    std::fs::write(path, bytes).expect("a file");
}

/// Base 64, as the DevTools protocol sends bytes.
fn decode(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text
        .bytes()
        .filter_map(|byte| ALPHABET.iter().position(|known| *known == byte));
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_usize, 0);
    for digit in digits {
        held = held << 6 | digit;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).expect("a byte"));
        }
    }
    bytes
}
