package jingwei.situation;

import java.util.List;

/// 区县数据来源: a bean of this type hands over what other platforms sent to the platform being served. None of them reads
/// another platform's rows.
public interface CountySource {

    /// The last figures of each platform, in the order of their regions.
    List<CountyFigures> received();
}
