package org.bihuan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Group;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A diagram as it is drawn: where its shapes, lines and words stand, in the pixels of the model, and what a draftsman would not let pass. */
final class Drawing {

	/** A4 across, less a margin of 10 mm. */
	private static final double SHEET_WIDTH = 277;
	private static final double SHEET_HEIGHT = 190;

	/** What the Modeler writes names with, in pixels. */
	private static final double FONT = 12;
	private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

	record Point(double x, double y) {
	}

	record Box(double x, double y, double width, double height) {

		double right() {
			return x + width;
		}

		double lower() {
			return y + height;
		}

		boolean overlaps(Box other) {
			return x < other.right() && other.x < right() && y < other.lower() && other.y < lower();
		}

		boolean holds(Box other) {
			return x <= other.x && y <= other.y && other.right() <= right() && other.lower() <= lower();
		}

		/** Whether a straight, level or upright piece of a line runs through the inside. */
		boolean isCrossedBy(Point from, Point to) {
			return Math.min(from.x, to.x) < right() && Math.max(from.x, to.x) > x && Math.min(from.y, to.y) < lower()
					&& Math.max(from.y, to.y) > y;
		}
	}

	record Line(SequenceFlow flow, List<Point> points) {

		String id() {
			return flow.getId();
		}
	}

	final BpmnModelInstance model;
	private final Map<String, Box> nodes = new LinkedHashMap<>();
	private final Map<String, Box> others = new LinkedHashMap<>();
	private final Map<String, Box> words = new LinkedHashMap<>();
	private final List<Line> lines = new ArrayList<>();

	Drawing(Path file) {
		model = Bpmn.readModelFromFile(file.toFile());
		for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
			String id = shape.getBpmnElement().getId();
			(shape.getBpmnElement() instanceof FlowNode ? nodes : others).put(id, box(shape.getBounds()));
			word(id, shape.getBpmnLabel());
		}
		for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
			if (edge.getBpmnElement() instanceof SequenceFlow flow) {
				lines.add(new Line(flow, edge.getWaypoints().stream().map(one -> new Point(one.getX(), one.getY())).toList()));
				word(flow.getId(), edge.getBpmnLabel());
			}
		}
	}

	private void word(String id, BpmnLabel label) {
		if (label != null && label.getBounds() != null) {
			words.put(id, box(label.getBounds()));
		}
	}

	private static Box box(Bounds bounds) {
		return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	/** How large its names are on one sheet of A4 across, in points. */
	double points() {
		List<Box> all = Stream.of(nodes, others, words).map(Map::values).flatMap(Collection::stream).toList();
		List<Point> bends = lines.stream().flatMap(line -> line.points().stream()).toList();
		double left = Math.min(all.stream().mapToDouble(Box::x).min().orElseThrow(), bends.stream().mapToDouble(Point::x).min().orElseThrow());
		double top = Math.min(all.stream().mapToDouble(Box::y).min().orElseThrow(), bends.stream().mapToDouble(Point::y).min().orElseThrow());
		double right = Math.max(all.stream().mapToDouble(Box::right).max().orElseThrow(),
				bends.stream().mapToDouble(Point::x).max().orElseThrow());
		double lower = Math.max(all.stream().mapToDouble(Box::lower).max().orElseThrow(),
				bends.stream().mapToDouble(Point::y).max().orElseThrow());
		return FONT * Math.min(SHEET_WIDTH / (right - left), SHEET_HEIGHT / (lower - top)) * POINTS_PER_MILLIMETRE;
	}

	/** Which shapes lie on each other, or stand out of the part of the process that they belong to. */
	List<String> overlaps() {
		List<String> found = new ArrayList<>();
		List<String> ids = List.copyOf(nodes.keySet());
		for (int first = 0; first < ids.size(); first++) {
			for (String second : ids.subList(first + 1, ids.size())) {
				if (!belong(ids.get(first), second) && nodes.get(ids.get(first)).overlaps(nodes.get(second))) {
					found.add(ids.get(first) + " on " + second);
				}
			}
			for (String part : partsAround(ids.get(first))) {
				if (hostOf(ids.get(first)) == null && !nodes.get(part).holds(nodes.get(ids.get(first)))) {
					found.add(ids.get(first) + " out of " + part);
				}
			}
		}
		return found;
	}

	private boolean belong(String one, String other) {
		return partsAround(one).contains(other) || partsAround(other).contains(one) || other.equals(hostOf(one)) || one.equals(hostOf(other));
	}

	private String hostOf(String id) {
		return model.getModelElementById(id) instanceof BoundaryEvent boundary ? boundary.getAttachedTo().getId() : null;
	}

	private Set<String> partsAround(String id) {
		Set<String> parts = new HashSet<>();
		for (ModelElementInstance at = model.getModelElementById(id)
				.getParentElement(); at instanceof SubProcess part; at = at.getParentElement()) {
			parts.add(part.getId());
		}
		return parts;
	}

	/** Which lines run through shapes, also through those that they join. */
	List<String> linesThroughShapes() {
		List<String> found = new ArrayList<>();
		for (Line line : lines) {
			Set<String> around = partsAround(line.id());
			nodes.forEach((id, box) -> {
				if (!around.contains(id) && crosses(line, box)) {
					found.add(line.id() + " through " + id);
				}
			});
		}
		return found;
	}

	private static boolean crosses(Line line, Box box) {
		for (int bend = 1; bend < line.points().size(); bend++) {
			if (box.isCrossedBy(line.points().get(bend - 1), line.points().get(bend))) {
				return true;
			}
		}
		return false;
	}

	/** Which lines do not begin at the border of what they come from, or end at that of what they lead to. */
	List<String> looseEnds() {
		return lines.stream().filter(line -> !touches(nodes.get(line.flow().getSource().getId()), line.points().get(0))
				|| !touches(nodes.get(line.flow().getTarget().getId()), line.points().get(line.points().size() - 1))).map(Line::id).toList();
	}

	private static boolean touches(Box box, Point end) {
		boolean across = box.x() <= end.x() && end.x() <= box.right();
		boolean along = box.y() <= end.y() && end.y() <= box.lower();
		return (across && (end.y() == box.y() || end.y() == box.lower())) || (along && (end.x() == box.x() || end.x() == box.right()));
	}

	/** Which lines meet: cross, touch or lie on each other. Those of one shape may leave it as one. */
	List<String> meetings() {
		List<String> found = new ArrayList<>();
		for (int first = 0; first < lines.size(); first++) {
			for (Line second : lines.subList(first + 1, lines.size())) {
				if (meet(lines.get(first), second)) {
					found.add(lines.get(first).id() + " meets " + second.id());
				}
			}
		}
		return found;
	}

	private static boolean meet(Line one, Line other) {
		List<Point> first = one.points();
		List<Point> second = other.points();
		if (one.flow().getSource().equals(other.flow().getSource()) && first.get(0).equals(second.get(0))
				&& direction(first, 0).equals(direction(second, 0))) {
			double common = Math.min(length(first), length(second));
			first = after(first, common);
			second = after(second, common);
		}
		for (int a = 1; a < first.size(); a++) {
			for (int b = 1; b < second.size(); b++) {
				if (meet(first.get(a - 1), first.get(a), second.get(b - 1), second.get(b))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean meet(Point a, Point b, Point c, Point d) {
		return Math.min(a.x, b.x) <= Math.max(c.x, d.x) && Math.min(c.x, d.x) <= Math.max(a.x, b.x)
				&& Math.min(a.y, b.y) <= Math.max(c.y, d.y) && Math.min(c.y, d.y) <= Math.max(a.y, b.y);
	}

	private static Point direction(List<Point> points, int from) {
		return new Point(Math.signum(points.get(from + 1).x - points.get(from).x), Math.signum(points.get(from + 1).y - points.get(from).y));
	}

	/** Of the first piece. */
	private static double length(List<Point> points) {
		return Math.abs(points.get(1).x - points.get(0).x) + Math.abs(points.get(1).y - points.get(0).y);
	}

	/** What is left of a line behind the piece that it has in common with another, from one pixel on. */
	private static List<Point> after(List<Point> points, double common) {
		int turn = length(points) == common ? 1 : 0;
		Point way = direction(points, turn);
		double on = turn == 1 ? 1 : common + 1;
		List<Point> rest = new ArrayList<>(points.subList(turn + 1, points.size()));
		rest.add(0, new Point(points.get(turn).x + on * way.x, points.get(turn).y + on * way.y));
		return rest;
	}

	/** Which lines are askew, or run straight to the left though they lead on. */
	List<String> againstTheGrain() {
		List<String> found = new ArrayList<>();
		for (Line line : lines) {
			List<Point> points = line.points();
			for (int bend = 1; bend < points.size(); bend++) {
				if (points.get(bend - 1).x != points.get(bend).x && points.get(bend - 1).y != points.get(bend).y) {
					found.add(line.id() + " is askew");
				}
			}
			if (points.size() == 2 && points.get(1).x < points.get(0).x && !leadsBack(line.flow())) {
				found.add(line.id() + " runs to the left");
			}
		}
		return found;
	}

	/** Whether what it leads to leads to where it comes from. */
	private static boolean leadsBack(SequenceFlow flow) {
		Set<FlowNode> reached = new HashSet<>();
		List<FlowNode> ahead = new ArrayList<>(List.of(flow.getTarget()));
		while (!ahead.isEmpty()) {
			FlowNode at = ahead.remove(ahead.size() - 1);
			if (reached.add(at)) {
				at.getOutgoing().forEach(next -> ahead.add(next.getTarget()));
			}
		}
		return reached.contains(flow.getSource());
	}

	/** Which words stand on a shape, a line, the border of a lane or other words. */
	List<String> wordsInTheWay() {
		List<String> found = new ArrayList<>();
		words.forEach((id, word) -> {
			Set<String> around = partsAround(id);
			nodes.forEach((other, box) -> {
				boolean within = model.getModelElementById(other) instanceof SubProcess && box.holds(word);
				if (!within && !around.contains(other) && box.overlaps(word)) {
					found.add(id + " on " + other);
				}
			});
			lines.stream().filter(line -> crosses(line, word)).forEach(line -> found.add(id + " on " + line.id()));
			lanes().forEach((lane, box) -> {
				if (word.y() < box.y() && box.y() < word.lower()) {
					found.add(id + " on the border of " + lane);
				}
			});
			words.forEach((other, box) -> {
				if (id.compareTo(other) < 0 && box.overlaps(word)) {
					found.add(id + " on " + other);
				}
			});
		});
		return found;
	}

	/** The lanes by their ids. */
	Map<String, Box> lanes() {
		Map<String, Box> lanes = new LinkedHashMap<>(others);
		lanes.keySet().removeIf(id -> !(model.getModelElementById(id) instanceof Lane));
		return lanes;
	}

	/** The names of the lane and of the bands that a task stands in. */
	Set<String> partiesOf(UserTask task) {
		Set<String> parties = new HashSet<>();
		others.forEach((id, box) -> {
			if (box.holds(nodes.get(task.getId()))) {
				ModelElementInstance party = model.getModelElementById(id);
				if (party instanceof Lane lane) {
					parties.add(lane.getName());
				}
				if (party instanceof Group band) {
					parties.add(band.getCategory().getValue());
				}
			}
		});
		return parties;
	}

	/** What each lane names as its own, and what stands in it; of a part of the process its middle. */
	Map<String, Map.Entry<Set<String>, Set<String>>> namedAndStanding() {
		Map<String, Map.Entry<Set<String>, Set<String>>> lanes = new HashMap<>();
		lanes().forEach((id, box) -> {
			Set<String> named = new HashSet<>();
			((Lane) model.getModelElementById(id)).getFlowNodeRefs().forEach(node -> named.add(node.getId()));
			Set<String> standing = new HashSet<>();
			nodes.forEach((node, at) -> {
				double middle = at.y() + at.height() / 2;
				if (partsAround(node).isEmpty() && box.y() <= middle && middle < box.lower()) {
					standing.add(node);
				}
			});
			lanes.put(id, Map.entry(named, standing));
		});
		return lanes;
	}
}
