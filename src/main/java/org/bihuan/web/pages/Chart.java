package org.bihuan.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bihuan.ledger.Breakdown.Group;
import org.bihuan.ledger.Figure;
import org.bihuan.terms.Rating;

/**
 * Stacked bars, drawn as SVG on the server: they print as they are seen. Lengths are in units of the drawing, {@link #WIDTH} wide.
 *
 * @param legend in the order of the segments
 */
record Chart(String title, String unit, List<String> legend, List<Bar> bars) {

	static final int WIDTH = 560;
	private static final int LABELS = 130;
	private static final int TOTALS = 40;
	private static final int A_BAR = 26;

	/** @param total what stands at its end */
	record Bar(String label, int y, List<Segment> segments, int total, int end) {
	}

	/** @param shade 0, 1, 2 …, the place in the legend */
	record Segment(int shade, int x, int width, int value, boolean roomy) {
	}

	public int width() {
		return WIDTH;
	}

	public int height() {
		return bars.size() * A_BAR + 4;
	}

	static Chart of(String title, String unit, List<Group> groups, Function<Group, String> name, List<Figure> figures) {
		return draw(title, unit, figures.stream().map(Figure::label).toList(), groups.stream().map(name).toList(),
				groups.stream().map(group -> figures.stream().map(group::count).toList()).toList());
	}

	/** Silence has a part of its own: it is not satisfaction. */
	static Chart satisfaction(String title, Group all) {
		return draw(title, "件", Stream.of(Rating.values()).map(Rating::together).toList(), List.of("办理过程", "办理结果"),
				List.of(answers(all, Figure.PROCESS_ASKED, Figure.PROCESS_SATISFIED, Figure.PROCESS_FAIR, Figure.PROCESS_UNSATISFIED),
						answers(all, Figure.RESULT_ASKED, Figure.RESULT_SATISFIED, Figure.RESULT_FAIR, Figure.RESULT_UNSATISFIED)));
	}

	private static List<Integer> answers(Group all, Figure asked, Figure satisfied, Figure fair, Figure unsatisfied) {
		int silent = all.count(asked) - all.count(satisfied) - all.count(fair) - all.count(unsatisfied);
		return List.of(all.count(satisfied), all.count(fair), all.count(unsatisfied), silent);
	}

	private static Chart draw(String title, String unit, List<String> legend, List<String> labels, List<List<Integer>> values) {
		int most = Math.max(1, values.stream().mapToInt(row -> row.stream().mapToInt(Integer::intValue).sum()).max().orElse(1));
		List<Bar> bars = new ArrayList<>();
		for (int place = 0; place < labels.size(); place++) {
			List<Segment> segments = new ArrayList<>();
			int sum = 0;
			for (int shade = 0; shade < legend.size(); shade++) {
				int value = values.get(place).get(shade);
				int x = x(sum, most);
				sum += value;
				if (value > 0) {
					segments.add(new Segment(shade, x, x(sum, most) - x, value, x(sum, most) - x > 16));
				}
			}
			bars.add(new Bar(labels.get(place), place * A_BAR, segments, sum, x(sum, most)));
		}
		return new Chart(title, unit, legend, bars);
	}

	private static int x(int value, int most) {
		return LABELS + Math.round((float) value / most * (WIDTH - LABELS - TOTALS));
	}
}
