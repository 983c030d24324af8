//! A photograph as evidence: without the place where it was taken.

use luoxuan::Evidence;
use std::time::Duration;

use serde_json::json;

use crate::disk;
use crate::stage::wait_for;
use crate::teacher::{Teacher, in_both};

in_both!(a_photograph_is_kept_small_and_without_its_place);

/// A photograph of 2,400 × 1,800 pixels with what a telephone writes into it: a place and a name.
fn photograph(teacher: &Teacher) -> Vec<u8> {
    let drawn = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], canvas = document.createElement('canvas'); canvas.width = 2400; canvas.height = 1800; \
         const pen = canvas.getContext('2d'); for (let i = 0; i < 60; i += 1) { pen.fillStyle = `hsl(${i * 6} 60% 60%)`; pen.fillRect(i * 40, 0, 40, 1800); } \
         canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 0.8)",
        vec![],
    );
    let drawn = drawn.as_array().cloned().unwrap_or_default();
    let drawn: Vec<u8> = drawn
        .iter()
        .filter_map(|byte| u8::try_from(byte.as_u64()?).ok())
        .collect();
    assert_eq!(drawn[..2], [0xff, 0xd8]);
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(exif());
    let length = u16::try_from(segment.len() + 2).expect("a short segment");
    let mut whole = vec![0xff, 0xd8, 0xff, 0xe1];
    whole.extend(length.to_be_bytes());
    whole.extend(segment);
    whole.extend(&drawn[2..]);
    whole
}

/// A TIFF structure: the maker's name, and a GPS directory with a latitude.
fn exif() -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    let field = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut field = tag.to_be_bytes().to_vec();
        field.extend(kind.to_be_bytes());
        field.extend(count.to_be_bytes());
        field.extend(value.to_be_bytes());
        field
    };
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(field(0x010f, 2, 12, 38));
    tiff.extend(field(0x8825, 4, 1, 50));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(b"LIN LAOSHI\0\0");
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(field(1, 2, 2, 0x4e00_0000));
    tiff.extend(field(2, 5, 3, 80));
    tiff.extend(0_u32.to_be_bytes());
    for part in [39_u32, 1, 54, 1, 20, 1] {
        tiff.extend(part.to_be_bytes());
    }
    tiff
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn a_photograph_is_kept_small_and_without_its_place(teacher: &mut Teacher) {
    teacher.waits_for_the_cursor();
    teacher.types("黑板上留下的图");
    let file = teacher.browser.desk().join("照片.jpg");
    let photograph = photograph(teacher);
    assert!(contains(&photograph, b"LIN LAOSHI"));
    std::fs::write(&file, photograph).expect("a file");
    teacher.picks("图片", &file);
    let kept = wait_for(Duration::from_secs(20), || {
        let index = disk::index(teacher);
        let mut all = index.of_kind::<Evidence>();
        all.find_map(|(_, evidence)| evidence.blob.clone())
    });
    let kept = kept.expect("the picture is evidence of the entry");
    assert_eq!(
        (kept.width, kept.height, kept.media.as_str()),
        (1600, 1200, "image/jpeg")
    );

    teacher.goes_to("写下来");
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
    teacher.clicks("打开");
    teacher.clicks("修改");
    let shown = wait_for(Duration::from_secs(10), || {
        let shown = teacher.run(
            "const picture = document.querySelector('main img'); \
             return picture?.complete && picture.naturalWidth ? [picture.src.slice(0, 5), picture.naturalWidth] : null",
            vec![],
        );
        (!shown.is_null()).then_some(shown)
    });
    assert_eq!(shown, Some(json!(["blob:", 1600])));

    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let name = copy
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let bytes = std::fs::read(copy).expect("the copy");
    let read = luoxuan::format::read(&name, &bytes, &luoxuan::format::Limits::default()).expect("it is an archive");
    let picture = read
        .pictures
        .iter()
        .find(|picture| picture.id() == kept.id)
        .expect("the picture is in the copy");
    for part in [&b"Exif"[..], b"LIN LAOSHI", b"GPS"] {
        assert!(!contains(picture.bytes(), part));
    }
}
