//! A logo: read within limits, and written anew, so that nothing but its pixels is ever served.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::{self, FilterType as Resampling};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgba, RgbaImage,
};
use ring::digest::{SHA256, digest};
use snug_domain::face::{Icon, LOGO_BYTES, LOGO_LEAST, LOGO_MOST, ON_ACCENT, is_square_enough};
use snug_domain::{Field, Invalid, Problem};
use std::io::Cursor;

/// A logo as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Logo {
    /// Made from what is in it.
    pub name: String,
    /// Each picture, as PNG.
    pub icons: Vec<(Icon, Vec<u8>)>,
}

/// A picture of this many bytes is refused while it is read, whatever its file says of it.
const MOST_MEMORY: u64 = 4 * (LOGO_MOST as u64) * (LOGO_MOST as u64) * 2;

/// Reads a file of PNG, JPEG or WebP.
pub(super) fn read(file: &[u8]) -> Result<Logo, Invalid> {
    let refused = |problem| Invalid::new(Field::Logo, problem);
    if file.len() > LOGO_BYTES {
        return Err(refused(Problem::TooHeavy { most: LOGO_BYTES }));
    }
    let picture = square(decode(file).map_err(refused)?);
    let mut icons = Vec::new();
    for icon in Icon::ALL {
        icons.push((icon, encode(&fitted(&picture, icon)).map_err(|_| refused(Problem::NotAPicture))?));
    }
    Ok(Logo { name: name_of(&icons), icons })
}

fn decode(file: &[u8]) -> Result<DynamicImage, Problem> {
    let reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| Problem::NotAPicture)?;
    let is_taken = |format| matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP);
    if !reader.format().is_some_and(is_taken) {
        return Err(if is_svg(file) { Problem::IsSvg } else { Problem::NotAPicture });
    }
    let mut decoder = reader.into_decoder().map_err(|_| Problem::NotAPicture)?;
    // What the head says comes first: a small file can claim to be a picture of gigabytes.
    let (width, height) = decoder.dimensions();
    if width.min(height) < LOGO_LEAST || width.max(height) > LOGO_MOST {
        return Err(Problem::WrongSize { least: LOGO_LEAST, most: LOGO_MOST });
    }
    if !is_square_enough(width, height) {
        return Err(Problem::NotSquare);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| Problem::NotAPicture)?;
    let turned = decoder.orientation().map_err(|_| Problem::NotAPicture)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Problem::NotAPicture)?;
    // A camera writes how it was held beside the pixels, which do not outlive being written anew.
    picture.apply_orientation(turned);
    Ok(picture)
}

fn is_svg(file: &[u8]) -> bool {
    let head = String::from_utf8_lossy(file.get(..file.len().min(4_096)).unwrap_or_default()).to_lowercase();
    head.contains("<svg")
}

/// In the middle of a square, with its colours multiplied by how opaque they are: mixed otherwise, what is transparent
/// would darken the edges.
fn square(picture: DynamicImage) -> RgbaImage {
    let mut picture = picture.into_rgba8();
    for Rgba([red, green, blue, opacity]) in picture.pixels_mut() {
        for colour in [red, green, blue] {
            *colour = scaled(*colour, *opacity);
        }
    }
    let edge = picture.width().max(picture.height());
    let mut square = RgbaImage::new(edge, edge);
    let middle = |length: u32| i64::from((edge - length) / 2);
    imageops::replace(&mut square, &picture, middle(picture.width()), middle(picture.height()));
    square
}

/// At the size of an icon, on a card where it shows no transparency.
fn fitted(square: &RgbaImage, icon: Icon) -> RgbaImage {
    let edge = icon.edge();
    // A shape of its own may cut a maskable icon down to a circle of four fifths.
    let inner = match icon {
        Icon::Maskable => edge * 9 / 16,
        Icon::Touch => edge * 13 / 16,
        _ => edge,
    };
    let small = imageops::resize(square, inner, inner, Resampling::Lanczos3);
    let mut fitted = if icon.is_filled() {
        RgbaImage::from_pixel(edge, edge, Rgba([ON_ACCENT.red, ON_ACCENT.green, ON_ACCENT.blue, u8::MAX]))
    } else {
        RgbaImage::new(edge, edge)
    };
    let margin = (edge - inner) / 2;
    for (x, y, Rgba([red, green, blue, opacity])) in small.enumerate_pixels() {
        let below = fitted.get_pixel_mut(x + margin, y + margin);
        let shown = |above: u8, below: u8| above.saturating_add(scaled(below, u8::MAX - opacity));
        let Rgba([r, g, b, a]) = *below;
        *below = Rgba([shown(*red, r), shown(*green, g), shown(*blue, b), shown(*opacity, a)]);
    }
    for Rgba([red, green, blue, opacity]) in fitted.pixels_mut() {
        for colour in [red, green, blue] {
            *colour = unscaled(*colour, *opacity);
        }
    }
    fitted
}

fn scaled(value: u8, by: u8) -> u8 {
    u8::try_from((u16::from(value) * u16::from(by) + 127) / 255).unwrap_or(u8::MAX)
}

fn unscaled(value: u8, by: u8) -> u8 {
    let whole = (u16::from(value) * 255 + u16::from(by) / 2).checked_div(u16::from(by)).unwrap_or(0);
    u8::try_from(whole).unwrap_or(u8::MAX)
}

/// As PNG: its pixels and nothing else.
pub(super) fn encode(picture: &RgbaImage) -> Result<Vec<u8>, image::ImageError> {
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgba8)?;
    Ok(png)
}

fn name_of(icons: &[(Icon, Vec<u8>)]) -> String {
    let pictures: Vec<u8> = icons.iter().flat_map(|(_, png)| png.iter().copied()).collect();
    let hash = digest(&SHA256, &pictures);
    data_encoding::HEXLOWER.encode(hash.as_ref().get(..8).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, read};
    use image::{ImageFormat, Rgba, RgbaImage};
    use snug_domain::face::{Icon, LOGO_BYTES, LOGO_LEAST, LOGO_MOST};
    use snug_domain::{Field, Invalid, Problem};
    use std::io::Cursor;

    const SIZE: Problem = Problem::WrongSize { least: LOGO_LEAST, most: LOGO_MOST };

    fn picture(width: u32, height: u32) -> RgbaImage {
        RgbaImage::from_pixel(width, height, Rgba([200, 40, 30, 255]))
    }

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        let picture = image::DynamicImage::from(picture(width, height)).into_rgb8();
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    fn refused(file: &[u8]) -> Problem {
        let Invalid { field, problem } = read(file).unwrap_err();
        assert_eq!(field, Field::Logo);
        problem
    }

    #[test]
    fn a_logo_becomes_every_icon_at_its_size() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = read(&file(300, 260, format)).unwrap();
            assert_eq!(logo.icons.iter().map(|(icon, _)| *icon).collect::<Vec<_>>(), Icon::ALL);
            for (icon, png) in &logo.icons {
                let icon_again = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap().into_rgba8();
                assert_eq!(icon_again.dimensions(), (icon.edge(), icon.edge()));
                let [.., middle] = icon_again.get_pixel(icon.edge() / 2, icon.edge() / 2).0;
                let [.., corner] = icon_again.get_pixel(0, 0).0;
                assert_eq!((middle, corner), (255, if icon.is_filled() { 255 } else { 0 }), "{icon:?} from {format:?}");
            }
        }
    }

    #[test]
    fn the_same_logo_has_the_same_name_and_another_has_another() {
        let (one, other) = (file(256, 256, ImageFormat::Png), file(256, 200, ImageFormat::Png));
        assert_eq!(read(&one).unwrap().name, read(&one).unwrap().name);
        assert_ne!(read(&one).unwrap().name, read(&other).unwrap().name);
    }

    #[test]
    fn what_is_no_picture_of_a_kind_that_is_taken_is_refused_with_the_reason() {
        assert_eq!(refused(b"<?xml version=\"1.0\"?>\n<SVG xmlns=\"http://www.w3.org/2000/svg\"/>"), Problem::IsSvg);
        assert_eq!(refused(b""), Problem::NotAPicture);
        assert_eq!(refused(b"GIF89a\x01\x00\x01\x00"), Problem::NotAPicture);
        let cut = file(300, 300, ImageFormat::Png);
        assert_eq!(refused(&cut[..cut.len() / 2]), Problem::NotAPicture);
        assert_eq!(refused(&vec![0; LOGO_BYTES + 1]), Problem::TooHeavy { most: LOGO_BYTES });
    }

    #[test]
    fn what_is_too_small_too_large_or_not_square_is_refused() {
        assert_eq!(refused(&file(100, 100, ImageFormat::Png)), SIZE);
        assert_eq!(refused(&file(LOGO_MOST + 1, 130, ImageFormat::Png)), SIZE);
        assert_eq!(refused(&file(400, 200, ImageFormat::Png)), Problem::NotSquare);
    }

    #[test]
    fn a_small_file_that_claims_to_be_huge_is_not_read() {
        let mut png = encode(&picture(200, 200)).unwrap();
        // The width and height of the head (PNG, 11.2.1), without its checksum.
        png[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(decode(&png).is_err());
    }

    #[test]
    fn an_edge_that_is_half_transparent_keeps_its_colour() {
        let logo = read(&encode(&RgbaImage::from_pixel(256, 256, Rgba([200, 40, 30, 128]))).unwrap()).unwrap();
        let (_, png) = &logo.icons[2];
        let icon = image::load_from_memory(png).unwrap().into_rgba8();
        let [red, green, blue, opacity] = icon.get_pixel(96, 96).0;
        assert!(red.abs_diff(200) < 3 && green.abs_diff(40) < 3 && blue.abs_diff(30) < 3, "{red} {green} {blue}");
        assert_eq!(opacity, 128);
    }
}
