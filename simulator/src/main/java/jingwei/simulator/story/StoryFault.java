package jingwei.simulator.story;

/// 故事有误: a page that cannot be read, or a step that went another way than the page says; always with its line.
public final class StoryFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryFault(String story, int line, String what) {
        super(story + " line " + line + ": " + what);
    }
}
