package jingwei.evaluation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import jingwei.evaluation.sheet.IndicatorSheet.Grade;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/// 画图: bars and colored maps as pictures, with the grade's color and, for eyes that see no color, its pattern.
final class Drawing {

    private static final int WIDTH = 1200;
    private static final int LINE = 40;

    private final Font font;

    Drawing(Font font) {
        this.font = font;
    }

    /// One bar. @param grade null draws it grey
    record Bar(String name, @Nullable BigDecimal value, @Nullable Grade grade) {
    }

    Piece.Picture bars(String title, List<Bar> bars) {
        int height = 60 + LINE * Math.max(1, bars.size());
        double most = bars.stream().map(Bar::value).filter(java.util.Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.drawString(title, 20, 36);
        int y = 60;
        for (Bar bar : bars) {
            pen.setColor(Color.BLACK);
            pen.drawString(bar.name().length() > 14 ? bar.name().substring(0, 13) + "…" : bar.name(), 20, y + 24);
            if (bar.value() != null) {
                int width = (int) (700 * Math.max(0, bar.value().doubleValue()) / Math.max(most, 0.01));
                fill(pen, bar.grade(), new java.awt.Rectangle(330, y + 4, Math.max(2, width), LINE - 12));
                pen.setColor(Color.BLACK);
                pen.drawString(bar.value().toPlainString(), 340 + width, y + 24);
            } else {
                pen.drawString("不适用", 340, y + 24);
            }
            y += LINE;
        }
        pen.dispose();
        return new Piece.Picture(title, png(image), WIDTH, height);
    }

    /// @param grades the grade of each area; an area without one stays white
    Piece.Picture map(String title, Map<Polygon, @Nullable Grade> grades, List<Grade> legend) {
        Envelope box = new Envelope();
        grades.keySet().forEach(polygon -> box.expandToInclude(polygon.getEnvelopeInternal()));
        double scale = Math.min(1100 / Math.max(1e-9, box.getWidth()), 800 / Math.max(1e-9, box.getHeight() * 1.2));
        int height = (int) (box.getHeight() * 1.2 * scale) + 140;
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.drawString(title, 20, 36);
        grades.forEach((polygon, grade) -> {
            Path2D path = new Path2D.Double();
            Coordinate[] line = polygon.getExteriorRing().getCoordinates();
            for (int i = 0; i < line.length; i++) {
                double x = 50 + (line[i].x - box.getMinX()) * scale;
                double y = 60 + (box.getMaxY() - line[i].y) * 1.2 * scale;
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            path.closePath();
            if (grade != null) {
                fill(pen, grade, path);
            }
            pen.setColor(Color.GRAY);
            pen.setStroke(new BasicStroke(1));
            pen.draw(path);
        });
        int x = 50;
        for (Grade grade : legend) {
            fill(pen, grade, new java.awt.Rectangle(x, height - 50, 40, 26));
            pen.setColor(Color.BLACK);
            pen.drawString(grade.letter() + " " + grade.word(), x + 48, height - 30);
            x += 200;
        }
        pen.dispose();
        return new Piece.Picture(title, png(image), WIDTH, height);
    }

    private static void fill(Graphics2D pen, @Nullable Grade grade, java.awt.Shape shape) {
        pen.setColor(grade == null ? Color.LIGHT_GRAY : color(grade));
        pen.fill(shape);
        if (grade == null || grade.pattern().equals("plain") || grade.pattern().equals("solid")) {
            return;
        }
        java.awt.Shape before = pen.getClip();
        pen.clip(shape);
        pen.setColor(Color.WHITE);
        java.awt.Rectangle box = shape.getBounds();
        for (int x = box.x - box.height; x < box.x + box.width; x += 12) {
            switch (grade.pattern()) {
                case "dots" -> {
                    for (int y = box.y; y < box.y + box.height; y += 12) {
                        pen.fillOval(x + box.height, y, 4, 4);
                    }
                }
                case "lines" -> pen.drawLine(x, box.y + box.height, x + box.height, box.y);
                default -> {
                    pen.drawLine(x, box.y + box.height, x + box.height, box.y);
                    pen.drawLine(x, box.y, x + box.height, box.y + box.height);
                }
            }
        }
        pen.setClip(before);
    }

    private static Color color(Grade grade) {
        String[] parts = grade.color().split(",");
        return new Color(Math.clamp(Integer.parseInt(parts[0]), 0, 255), Math.clamp(Integer.parseInt(parts[1]), 0, 255),
                Math.clamp(Integer.parseInt(parts[2]), 0, 255));
    }

    private Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(font);
        return pen;
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
