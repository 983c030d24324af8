//! Pictures: taken in without what a camera writes into them, and given out as `blob:` addresses.

use js_sys::{Array, Reflect, Uint8Array};
use luoxuan::BlobId;
use luoxuan::format;
use luoxuan::record::BlobRef;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, ImageBitmap, Url};

/// The long side of a kept picture, in pixels.
const LONGEST: u32 = 1600;

/// A file that is not a picture this app keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageError;

/// The bytes of a blob.
///
/// # Errors
///
/// If the browser cannot read it, such as a file on a stick that was pulled out.
pub async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Redraws a picture at no more than 1,600 pixels: a new file that holds the picture and nothing
/// else, neither place nor names.
///
/// # Errors
///
/// If it is not one of JPEG, PNG, WebP and GIF, or cannot be decoded.
pub async fn take_in(file: &Blob) -> Result<(Vec<u8>, BlobRef), ImageError> {
    let source = bytes_of(file).await.map_err(|_| ImageError)?;
    let media = format::media(&source).ok_or(ImageError)?;
    redraw(&blob_of(&source, media).ok_or(ImageError)?, media)
        .await
        .ok_or(ImageError)
}

async fn redraw(picture: &Blob, media: &str) -> Option<(Vec<u8>, BlobRef)> {
    let window = web_sys::window()?;
    let bitmap = JsFuture::from(window.create_image_bitmap_with_blob(picture).ok()?)
        .await
        .ok()?;
    let bitmap: ImageBitmap = bitmap.dyn_into().ok()?;
    let (width, height) = fit(bitmap.width(), bitmap.height());
    let canvas: HtmlCanvasElement = window.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, f64::from(width), f64::from(height))
        .ok()?;
    bitmap.close();
    // Photographs stay JPEG; what may have clear parts or sharp lines stays without loss.
    let wanted = if media == "image/jpeg" {
        "image/jpeg"
    } else {
        "image/png"
    };
    let made = encode(&canvas, wanted).await?;
    let bytes = bytes_of(&made).await.ok()?;
    let blob = BlobRef {
        id: BlobId::of(&bytes),
        media: format::media(&bytes)?.into(),
        size: bytes.len() as u64,
        width,
        height,
        other: serde_json::Map::new(),
    };
    Some((bytes, blob))
}

fn fit(width: u32, height: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= LONGEST {
        return (width.max(1), height.max(1));
    }
    let scale = |side: u32| {
        let scaled = u64::from(side) * u64::from(LONGEST) / u64::from(long);
        u32::try_from(scaled).unwrap_or(LONGEST).max(1)
    };
    (scale(width), scale(height))
}

async fn encode(canvas: &HtmlCanvasElement, media: &str) -> Option<Blob> {
    let (done, answer) = futures::channel::oneshot::channel();
    let take = Closure::once_into_js(move |blob: JsValue| {
        let _ = done.send(blob.dyn_into::<Blob>().ok());
    });
    canvas
        .to_blob_with_type_and_encoder_options(take.unchecked_ref(), media, &JsValue::from_f64(0.85))
        .ok()?;
    answer.await.ok().flatten()
}

/// Draws an SVG file of our own making as a PNG of `side` by `side` pixels; `None` if the browser cannot.
pub async fn png_of(svg: &str, side: u32) -> Option<Vec<u8>> {
    let url = BlobUrl::new(svg.as_bytes(), "image/svg+xml")?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url.address());
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = web_sys::window()?
        .document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(side);
    canvas.set_height(side);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let side = f64::from(side);
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, side, side)
        .ok()?;
    bytes_of(&encode(&canvas, "image/png").await?).await.ok()
}

/// A blob of these bytes.
pub fn blob_of(bytes: &[u8], media: &str) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// An address the page can show a blob under, for as long as this is kept.
#[derive(Debug)]
pub struct BlobUrl(String);

impl BlobUrl {
    /// An address for these bytes.
    pub fn new(bytes: &[u8], media: &str) -> Option<Self> {
        Self::of(&blob_of(bytes, media)?)
    }

    /// An address for a file.
    pub fn of(file: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(file).ok().map(Self)
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for BlobUrl {
    fn drop(&mut self) {
        // An address that is gone already takes nothing with it.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// A property of a JavaScript object, if it is there and is a function.
pub(crate) fn function(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
