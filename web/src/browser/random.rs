//! Ids, drawn from the browser's own source of randomness.

use luoxuan::{DeviceId, RecordId};

fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if drawn.is_none() {
        // Every browser that runs this has `crypto`; without it, still never the same id twice.
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let drawn = (js_sys::Math::random() * 256.0) as u8;
            *byte = drawn;
        }
    }
    bytes
}

/// A new record's id.
pub fn record_id() -> RecordId {
    RecordId::from_bytes(bytes())
}

/// A new device's id.
pub fn device_id() -> DeviceId {
    DeviceId::from_bytes(bytes())
}

/// A new tab's name.
pub fn tab_name() -> String {
    record_id().to_string()
}
