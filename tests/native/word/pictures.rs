//! Pictures in the file.

use std::collections::BTreeMap;

use luoxuan::BlobId;
use luoxuan::catalog::Language;
use luoxuan::manuscript::{Picture, Warning, clean};
use luoxuan::office::word;
use luoxuan::record::Layout;
use luoxuan_tests::texts::{Seeded, manuscript_of, png};

use super::{Album, element, everything, made, parts, text, words};

#[test]
fn a_picture_keeps_its_pixels_and_loses_its_author() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let picture = album.values().next().expect("a picture");
    let kept = &parts["word/media/image1.png"];
    assert_eq!(*kept, clean(&picture.bytes).bytes);
    let has = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(has(&picture.bytes, "林晓禾".as_bytes()) && !has(kept, "林晓禾".as_bytes()));
    assert!(has(kept, b"IDAT") && !has(kept, b"tEXt"));
    // 300 by 200 pixels at 96 a inch.
    assert!(text(&parts, "word/document.xml").contains("<wp:extent cx=\"2857500\" cy=\"1905000\"/>"));
}

#[test]
fn two_pictures_of_one_thing_stand_side_by_side_in_one_figure() {
    let mut seeded = Seeded::new(7);
    let pictures = [(900, 600), (800, 600)].map(|(width, height)| png(&mut seeded, width, height));
    let [a, b] = pictures.each_ref().map(|bytes| BlobId::of(bytes));
    let picture = |bytes: &Vec<u8>| Picture {
        bytes: bytes.clone(),
        ..Picture::default()
    };
    let album: Album = pictures
        .iter()
        .map(|bytes| (BlobId::of(bytes), picture(bytes)))
        .collect();
    let text = format!("初稿和改稿放在一起（见图1）。\n\n![初稿与改稿](luoxuan:{a}) ![](luoxuan:{b})");
    let mut manuscript = manuscript_of(&text);
    let document = self::text(
        &parts(&made(&manuscript, &Layout::default(), &album)),
        "word/document.xml",
    );
    let figure = element(&document, "<w:pStyle w:val=\"Figure\"/>", "</w:p>");
    assert_eq!(figure.matches("<w:drawing>").count(), 2, "in one paragraph");
    assert_eq!(document.matches("descr=\"初稿与改稿\"").count(), 2);
    let widths: Vec<u64> = figure
        .split("<wp:extent cx=\"")
        .skip(1)
        .map(|rest| {
            rest.split('"')
                .next()
                .and_then(|number| number.parse().ok())
                .expect("a width")
        })
        .collect();
    // A4 less its margins is 9,072 twips wide, 635 units each.
    assert!(widths.iter().sum::<u64>() < 9_072 * 635, "{widths:?}");
    let plain = words(&document);
    assert!(plain.contains("图1　初稿与改稿") && plain.contains("（见图1）"));

    manuscript.withhold(&[b].into(), Language::ZhHans);
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let document = self::text(&parts, "word/document.xml");
    assert!(!document.contains("<w:drawing>") && !parts.keys().any(|name| name.starts_with("word/media/")));
    let plain = words(&document);
    assert!(plain.contains("（图略：涉及隐私）") && plain.contains("图1　初稿与改稿"));
}

#[test]
fn a_photograph_stands_upright_without_what_the_camera_wrote() {
    // A phone held upright: 40 by 30 as stored, to be turned to the right.
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    exif.extend_from_slice(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0Somewhere 31.2N");
    let mut bytes = b"\xff\xd8\xff\xe1".to_vec();
    bytes.extend_from_slice(&u16::try_from(exif.len() + 2).expect("small").to_be_bytes());
    bytes.extend_from_slice(&exif);
    bytes.extend_from_slice(
        b"\xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0\xff\xfe\0\x08SECRET\xff\xda\0\x02\x12\xff\0\x34\xff\xd9tail",
    );
    let id = BlobId::of(&bytes);
    let picture = Picture {
        bytes,
        ..Picture::default()
    };
    let manuscript = manuscript_of(&format!("![合影](luoxuan:{id})"));
    let parts = parts(&made(&manuscript, &Layout::default(), &BTreeMap::from([(id, picture)])));
    let kept = &parts["word/media/image1.jpeg"];
    assert!(kept.ends_with(b"\xff\xda\0\x02\x12\xff\0\x34\xff\xd9"));
    for words in [&b"Somewhere"[..], b"SECRET", b"tail", b"Exif"] {
        assert!(!kept.windows(words.len()).any(|window| window == words));
    }
    let document = text(&parts, "word/document.xml");
    assert!(
        document.contains("<wp:extent cx=\"285750\" cy=\"381000\"/>"),
        "{document}"
    );
    assert!(
        document.contains(
            "<a:xfrm rot=\"5400000\" flipH=\"0\"><a:off x=\"0\" y=\"0\"/><a:ext cx=\"381000\" cy=\"285750\"/>"
        )
    );
}

#[test]
fn a_picture_word_may_not_show_or_that_is_gone_is_told() {
    let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0".to_vec();
    let (there, gone) = (BlobId::of(&webp), BlobId::of(b"gone"));
    let picture = Picture {
        bytes: webp,
        ..Picture::default()
    };
    let manuscript = manuscript_of(&format!("![甲](luoxuan:{there})\n\n![乙](luoxuan:{gone})"));
    let album = BTreeMap::from([(there, picture)]);
    let word = word(&manuscript, &Layout::default(), &album, Language::ZhHans, &mut |_| {}).expect("a file");
    assert_eq!(word.warnings, [Warning::WebP(there), Warning::Missing(gone)]);
    let parts = parts(&word.bytes);
    assert!(parts.contains_key("word/media/image1.webp"));
    assert!(text(&parts, "word/document.xml").contains("图片不在本机"));
}
