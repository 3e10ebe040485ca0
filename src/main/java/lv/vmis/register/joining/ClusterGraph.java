package lv.vmis.register.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.kernel.PersonId;

/** The records of a person as a drawing: the head left, what is joined to a record right of it. */
public record ClusterGraph(List<Node> nodes, List<Edge> edges, int width, int height) {

    /** More are no drawing that anybody could read; the table has them all. */
    static final int MOST = 40;

    public static final int BOX_WIDTH = 110;
    public static final int BOX_HEIGHT = 30;
    private static final int COLUMN = 150;
    private static final int ROW = 42;
    private static final int MARGIN = 4;

    /** A record; the left upper corner of its box. */
    public record Node(String number, int x, int y, boolean isHead) {}

    /** A link; waiting ones are drawn otherwise. */
    public record Edge(int fromX, int fromY, int toX, int toY, boolean isUndoProposed) {}

    public ClusterGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The drawing of the links in force below a head; without nodes when there is nothing to draw, or too much. */
    static ClusterGraph of(PersonId head, String number, List<Link> links) {
        var inForce = links.stream().filter(Link::isInForce).toList();
        if (inForce.isEmpty() || inForce.size() >= MOST) {
            return new ClusterGraph(List.of(), List.of(), 0, 0);
        }
        var below = new HashMap<PersonId, List<Link>>();
        inForce.forEach(link ->
                below.computeIfAbsent(link.headId(), _ -> new ArrayList<>()).add(link));
        var drawing = new Drawing(below);
        drawing.draw(head, number, 0);
        return new ClusterGraph(
                drawing.nodes,
                drawing.edges,
                drawing.columns * COLUMN - COLUMN + BOX_WIDTH + 2 * MARGIN,
                drawing.rows * ROW - ROW + BOX_HEIGHT + 2 * MARGIN);
    }

    private static final class Drawing {

        private final Map<PersonId, List<Link>> below;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private int rows;
        private int columns;

        private Drawing(Map<PersonId, List<Link>> below) {
            this.below = below;
        }

        /** Draws a record and all below it; gives the line its middle stands on. */
        private int draw(PersonId record, String number, int depth) {
            columns = Math.max(columns, depth + 1);
            int x = MARGIN + depth * COLUMN;
            var links = below.getOrDefault(record, List.of());
            int row = rows;
            if (links.isEmpty()) {
                rows++;
            }
            int y = MARGIN + row * ROW;
            nodes.add(new Node(number, x, y, depth == 0));
            int middle = y + BOX_HEIGHT / 2;
            for (var link : links) {
                int to = draw(link.memberId(), link.member(), depth + 1);
                edges.add(new Edge(x + BOX_WIDTH, middle, x + COLUMN, to, link.state() == Link.State.UNDO_WAITING));
            }
            return middle;
        }
    }
}
